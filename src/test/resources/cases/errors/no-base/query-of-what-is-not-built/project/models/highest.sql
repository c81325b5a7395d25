[#if execute]
select ${query("select max(v) as m from " + ref("orders"))[0].m} as m
[#else]
select 0 as m from ${ref("orders")}
[/#if]
