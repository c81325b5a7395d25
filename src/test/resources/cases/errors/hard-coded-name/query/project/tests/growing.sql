[@config severity="warn" /]
select * from ${ref("orders")}
[#if execute]where order_id < ${query("select min(order_id) as n from ${target.schema}.orders")[0].n}[/#if]
