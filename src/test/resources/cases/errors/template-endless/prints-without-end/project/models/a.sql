select 1 as x
[#list 1.. as n]
union all select ${n}
[/#list]
