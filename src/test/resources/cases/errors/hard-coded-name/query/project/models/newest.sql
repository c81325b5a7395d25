select
  [#if execute]${query("select max(order_id) as n from dev.orders")[0].n}[#else]0[/#if] as order_id
from ${ref("orders")}
