[#list ["x", "y", "z"] as letter]
select '${letter}' as letter, 1 as n[#sep] union all[/#sep]
[/#list]
order by lettr
