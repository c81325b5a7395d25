[#-- identities(registry_schema, registry, schemas, named, lasting): of the relations in these schemas, or of the named ones alone; lasting says whether in words that stay the same. Answers with schema, name, identity and mark. --]
[#-- A table is known by its columns: the engine numbers tables anew whenever a file is opened. Its mark is the number of rows that the catalog knows without a scan. Once a file is opened again, the engine prints views in other words; these are the words that it has for what it reads from JSON. --]
with shapes as (
  select table_oid, md5(string_agg(column_name || ' ' || data_type, ', ' order by column_index)) as shape
  from duckdb_columns()
  where database_name = current_database()
  group by table_oid
)
select schema_name, table_name as name, '/table ' || shapes.shape as identity, version() || '/' || cast(estimated_size as varchar) as mark
from duckdb_tables() as found
join shapes on shapes.table_oid = found.table_oid
where database_name = current_database() and lower(schema_name) in ([#list schemas as schema]lower(${schema})[#sep], [/#sep][/#list])[#if named?has_content]
  and (lower(schema_name), lower(table_name)) in ([#list named as name](lower(${name.schema}), lower(${name.name}))[#sep], [/#sep][/#list])[/#if]
union all
select schema_name, view_name, '/view', version() || '/' || md5([#if lasting]case when parsed->>'error' = 'false' then json_deserialize_sql(parsed) end[#else]text[/#if])
from (
  select schema_name, view_name, text[#if lasting], json_serialize_sql(text) as parsed[/#if]
  from (
    select database_name, schema_name, view_name, internal, rtrim(substring(sql, position(' AS ' in sql) + 4), chr(10) || ' ;') as text
    from duckdb_views()
  ) as printed
  where database_name = current_database() and not internal and lower(schema_name) in ([#list schemas as schema]lower(${schema})[#sep], [/#sep][/#list])[#if named?has_content]
    and (lower(schema_name), lower(view_name)) in ([#list named as name](lower(${name.schema}), lower(${name.name}))[#sep], [/#sep][/#list])[/#if]
) as views
