[#-- read_environments(relation) --]
select name, schemas, target, state, cast(created_ts as varchar), cast(last_used_ts as varchar)
from ${relation}
order by name
