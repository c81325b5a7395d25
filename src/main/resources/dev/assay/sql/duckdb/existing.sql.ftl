[#-- existing(schemas) --]
select schema_name, table_name as name, 'table' as kind
from duckdb_tables()
where database_name = current_database() and not temporary and lower(schema_name) in ([#list schemas as schema]lower(${schema})[#sep], [/#sep][/#list])
union all
select schema_name, view_name, 'view'
from duckdb_views()
where database_name = current_database() and not temporary and not internal and lower(schema_name) in ([#list schemas as schema]lower(${schema})[#sep], [/#sep][/#list])
union all
select schema_name, null, 'schema'
from duckdb_schemas()
where database_name = current_database() and lower(schema_name) in ([#list schemas as schema]lower(${schema})[#sep], [/#sep][/#list])
