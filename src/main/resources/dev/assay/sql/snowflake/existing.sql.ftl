[#-- existing(schemas) --]
select table_schema, table_name as name, case table_type when 'VIEW' then 'view' when 'MATERIALIZED VIEW' then 'materialized_view' else 'table' end as kind
from information_schema.tables
where table_catalog = current_database() and table_schema in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])
union all
select schema_name, null, 'schema'
from information_schema.schemata
where catalog_name = current_database() and schema_name in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])
