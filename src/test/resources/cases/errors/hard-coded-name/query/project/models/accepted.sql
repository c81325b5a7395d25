[@config allow_names={"dev.orders": "the number of yesterday is shown"} /]
select [#if execute]${query("select count(*) as n from dev.orders where false")?size}[#else]0[/#if] as n
from ${ref("orders")}
