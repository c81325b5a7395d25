-- needs ${ref("orders")}
select
  [#if execute]
    ${query("select max(order_id) as n from " + ref("orders") + " where 'from dev.orders' <> ''")[0].n}
  [#else]
    0
  [/#if] as n
