[#-- identities(registry_schema, registry, schemas): of the relations in these schemas. Answers with schema, name, identity and mark. --]
[#-- A table is known by its columns: the engine numbers tables anew whenever a file is opened. Its mark is the number of rows that the catalog knows without a scan. --]
with shapes as (
  select table_oid, md5(string_agg(column_name || ' ' || data_type, ', ' order by column_index)) as shape
  from duckdb_columns()
  where database_name = current_database()
  group by table_oid
)
select schema_name, table_name as name, '/table ' || shapes.shape as identity, version() || '/' || cast(estimated_size as varchar) as mark
from duckdb_tables() as found
join shapes on shapes.table_oid = found.table_oid
where database_name = current_database() and lower(schema_name) in ([#list schemas as schema]lower(${schema})[#sep], [/#sep][/#list])
union all
select schema_name, view_name, '/view', version() || '/' || md5(sql)
from duckdb_views()
where database_name = current_database() and not internal and lower(schema_name) in ([#list schemas as schema]lower(${schema})[#sep], [/#sep][/#list])
