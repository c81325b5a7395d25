[#-- read_environments(relation): with all its columns, which tell the version of an old table --]
select *
from ${relation}
order by name
