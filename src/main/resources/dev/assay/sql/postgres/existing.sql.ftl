[#-- existing(schemas): each schema with each relation in it, or with none --]
select space.nspname, relation.relname,
  case relation.relkind when 'v' then 'view' when 'm' then 'materialized_view' else 'table' end as kind
from pg_catalog.pg_namespace as space
left join pg_catalog.pg_class as relation
  on relation.relnamespace = space.oid and relation.relkind in ('r', 'p', 'f', 'v', 'm')
where space.nspname in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])
