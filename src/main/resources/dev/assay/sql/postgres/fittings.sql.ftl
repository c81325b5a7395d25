[#-- fittings(pairs): indexes and constraints of ours that only one of the two has: gone, or new with the candidate. What the
     published table needs NOT NULL for stays: an identity column, the index of its replica identity, the table that it is a partition of. --]
with pair (nspname, relname, candidate_space, candidate_name) as (
  values
[#list pairs as pair]
    (${pair.published_schema}, ${pair.published_name}, ${pair.candidate_schema}, ${pair.candidate_name})[#sep],[/#sep]
[/#list]
),
side as (
  select nspname, relname, true as published, pg_catalog.to_regclass(pg_catalog.format('%I.%I', nspname, relname))::oid as oid
  from pair
  union all
  select nspname, relname, false, pg_catalog.to_regclass(pg_catalog.format('%I.%I', candidate_space, candidate_name))::oid
  from pair
),
fitting as (
  select side.*, 'index' as kind, index.relname::text as name, pg_catalog.obj_description(index.oid, 'pg_class') as mark, false as needed
  from side
  join pg_catalog.pg_index as indexed on indexed.indrelid = side.oid
  join pg_catalog.pg_class as index on index.oid = indexed.indexrelid
  union all
  select side.*, 'constraint', bound.conname::text, pg_catalog.obj_description(bound.oid, 'pg_constraint'), false
  from side
  join pg_catalog.pg_constraint as bound on bound.conrelid = side.oid and bound.contype <> 'f'
  union all
  select side.*, 'not null', had.attname::text, 'assay',
    had.attidentity <> ''
    or exists (
      select from pg_catalog.pg_index as identity
      where identity.indrelid = side.oid and identity.indisreplident and had.attnum = any (identity.indkey)
    )
    or exists (
      select from pg_catalog.pg_inherits as inherits
      join pg_catalog.pg_attribute as parent on parent.attrelid = inherits.inhparent and parent.attname = had.attname
      where inherits.inhrelid = side.oid and parent.attnotnull
    )
  from side
  join pg_catalog.pg_attribute as had on had.attrelid = side.oid and had.attnum > 0 and had.attnotnull
  where not exists (
    select from pg_catalog.pg_constraint as key
    where key.conrelid = side.oid and key.contype = 'p' and had.attnum = any (key.conkey)
      and coalesce(pg_catalog.obj_description(key.oid, 'pg_constraint'), '') not like 'assay%'
  )
)
select nspname, relname, kind, name, published
from fitting
where mark like 'assay%' and not (published and needed) and not exists (
  select from fitting as other
  where (other.nspname, other.relname, other.kind, other.name, other.mark)
    = (fitting.nspname, fitting.relname, fitting.kind, fitting.name, fitting.mark)
    and other.published <> fitting.published
)
order by 1, 2, kind = 'not null', 3, 4
