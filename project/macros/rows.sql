[#--
  A feed may send a record twice, or again with a correction. The newest one counts: the one that came in last.
--]
[#macro newest relation key arrived]
select *
from (
  select *, row_number() over (partition by ${key} order by ${arrived} desc) as _recency
  from ${relation}
) as records
where _recency = 1
[/#macro]
