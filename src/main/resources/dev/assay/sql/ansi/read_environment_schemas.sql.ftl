[#-- read_environment_schemas(relation, count): all rows, or those of an environment and of schemas with one of these names: binds the environment, then each name --]
select environment, schema_name, purpose, made
from ${relation}
[#if count gt 0]
where environment = ? or lower(schema_name) in ([#list 1..count as name]lower(?)[#sep], [/#sep][/#list])
[/#if]
order by environment, schema_name
