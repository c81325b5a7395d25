[#-- set_leftovers_aside(named): for each of these relations the statement that frees its name, and those of its indexes and sequences.
     The new name is the same at every run. --]
with leftover as (
  select relation.oid, space.nspname, relation.relname, relation.relkind
  from pg_catalog.pg_class as relation
  join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
  where (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
),
renamed as (
  select nspname, relname, oid, relname as had, relkind from leftover
  union all
  select leftover.nspname, leftover.relname, index.oid, index.relname, index.relkind
  from leftover
  join pg_catalog.pg_index as indexed on indexed.indrelid = leftover.oid
  join pg_catalog.pg_class as index on index.oid = indexed.indexrelid
  union all
  select leftover.nspname, leftover.relname, sequence.oid, sequence.relname, sequence.relkind
  from leftover
  join pg_catalog.pg_depend as depend
    on depend.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and depend.refobjid = leftover.oid
    and depend.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and depend.deptype in ('a', 'i')
  join pg_catalog.pg_class as sequence on sequence.oid = depend.objid and sequence.relkind = 'S'
)
select nspname, relname, 'leftover_' || (select oid from leftover where (leftover.nspname, leftover.relname) = (renamed.nspname, renamed.relname)),
  pg_catalog.string_agg(
    pg_catalog.format('alter %s %I.%I rename to %I',
      case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'i' then 'index' when 'S' then 'sequence' else 'table' end,
      nspname, had, 'leftover_' || oid),
    '; ' order by oid)
from renamed
where had <> 'leftover_' || oid
group by nspname, relname
order by 1, 2
