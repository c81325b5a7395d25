[#-- read_comments(schemas): the comment on each relation in these schemas. Answers with schema, name and comment. --]
select schema_name, table_name as name, coalesce(comment, '')
from duckdb_tables()
where database_name = current_database() and lower(schema_name) in ([#list schemas as schema]lower(${schema})[#sep], [/#sep][/#list])
union all
select schema_name, view_name, coalesce(comment, '')
from duckdb_views()
where database_name = current_database() and not internal and lower(schema_name) in ([#list schemas as schema]lower(${schema})[#sep], [/#sep][/#list])
