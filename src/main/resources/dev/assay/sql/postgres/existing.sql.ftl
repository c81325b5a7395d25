[#-- existing(schemas): each schema with each relation in it, or with none; and what else keeps a relation from having its name.
     In schemas of ours, indexes and owned sequences go with their tables. --]
select space.nspname, object.name, object.kind
from pg_catalog.pg_namespace as space
left join (
  select relation.relnamespace as space, relation.relname as name,
    case relation.relkind when 'v' then 'view' when 'm' then 'materialized_view' when 'f' then 'foreign table' when 'S' then 'sequence'
      when 'c' then 'composite type' when 'i' then 'index' when 'I' then 'index' else 'table' end as kind,
    relation.relkind in ('i', 'I') or relation.relkind = 'S' and exists (
      select from pg_catalog.pg_depend as owned
      where owned.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and owned.objid = relation.oid
        and owned.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and owned.deptype in ('a', 'i')
    ) as is_part
  from pg_catalog.pg_class as relation
  where relation.relkind in ('r', 'p', 'f', 'v', 'm', 'S', 'c', 'i', 'I')
  union all
  select type.typnamespace, type.typname, case type.typtype when 'd' then 'domain' else 'type' end, false
  from pg_catalog.pg_type as type
  where type.typtype in ('d', 'e', 'r', 'm') or type.typtype = 'b' and type.typcategory <> 'A'
) as object on object.space = space.oid and not (object.is_part and space.nspname ~ '__assay_(candidate|retired)$')
where space.nspname in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])
