[#iff true]
select 1 as x
[/#iff]
