[#-- existing(schemas): each relation and each schema; and tables of other kinds, which keep a relation from having their name --]
select table_schema, table_name as name,
  case when is_dynamic = 'YES' then 'dynamic table' when is_iceberg = 'YES' then 'iceberg table'
    when table_type = 'VIEW' then 'view' when table_type = 'MATERIALIZED VIEW' then 'materialized_view'
    when table_type in ('EXTERNAL TABLE', 'EVENT TABLE') then lower(table_type) else 'table' end as kind
from information_schema.tables
where table_catalog = current_database() and table_schema in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])
union all
select schema_name, null, 'schema'
from information_schema.schemata
where catalog_name = current_database() and schema_name in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])
