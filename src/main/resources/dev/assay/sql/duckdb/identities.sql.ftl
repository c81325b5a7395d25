[#-- identities(registry_schema, registry, wanted): for each of them number, schema, name, kind. Answers with number, identity and mark. --]
[#-- A table is known by its columns: the engine numbers tables anew whenever a file is opened. Its mark is the number of rows that the catalog knows without a scan. --]
with wanted (number, schema_name, name, kind) as (
  values[#list wanted as one] (${one.number}, ${one.schema}, ${one.name}, ${one.kind})[#sep],[/#sep][/#list]
),
shapes as (
  select lower(schema_name) as schema_name, lower(table_name) as name, md5(string_agg(column_name || ' ' || data_type, ', ' order by column_index)) as shape
  from duckdb_columns()
  where database_name = current_database()
  group by all
),
marks as (
  select lower(schema_name) as schema_name, lower(table_name) as name, cast(estimated_size as varchar) as mark
  from duckdb_tables()
  where database_name = current_database()
  union all
  select lower(schema_name), lower(view_name), md5(sql)
  from duckdb_views()
  where database_name = current_database() and not internal
)
select wanted.number,
  '/' || wanted.kind || case wanted.kind when 'table' then ' ' || shapes.shape else '' end as identity,
  version() || '/' || marks.mark as mark
from wanted
left join shapes on shapes.schema_name = lower(wanted.schema_name) and shapes.name = lower(wanted.name)
left join marks on marks.schema_name = lower(wanted.schema_name) and marks.name = lower(wanted.name)
