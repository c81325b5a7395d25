[#list 1..3 as n]
select ${n} as x
[/#if]
