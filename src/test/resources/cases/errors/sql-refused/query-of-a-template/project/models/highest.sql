[#if execute]
select ${query("select max(w) as m from " + ref("orders"))[0].m} as m
[#else]
select 0 as m from ${ref("orders")}
[/#if]
