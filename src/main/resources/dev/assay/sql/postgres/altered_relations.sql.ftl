[#-- altered_relations(pairs): those of these relations that have more than assay has given them, and those whose candidate has row
     security, as an event trigger gives it; cheap, since most have not --]
with named (nspname, relname, candidate_space, candidate_name) as (
  values
[#list pairs as pair]
    (${pair.published_schema}, ${pair.published_name}, ${pair.candidate_schema}, ${pair.candidate_name})[#sep],[/#sep]
[/#list]
)
select named.nspname, named.relname
from named
join pg_catalog.pg_class as relation
  on relation.oid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', named.nspname, named.relname))
where relation.relpersistence = 'u' or relation.reltablespace <> 0 or relation.reloptions is not null or relation.relreplident <> 'd'
  or relation.relowner <> (select oid from pg_catalog.pg_roles where rolname = current_user)
  or exists (
    select from pg_catalog.pg_class as toast
    where toast.oid = relation.reltoastrelid and toast.reloptions is not null
  )
  or exists (select from pg_catalog.pg_index as indexed where indexed.indrelid = relation.oid)
  or exists (select from pg_catalog.pg_constraint as bound where bound.conrelid = relation.oid)
  or exists (select from pg_catalog.pg_statistic_ext as statistics where statistics.stxrelid = relation.oid)
  or exists (
    select from pg_catalog.pg_description as comment
    where comment.objoid = relation.oid and comment.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  )
  or exists (
    select from pg_catalog.pg_attribute as had
    join pg_catalog.pg_type as type on type.oid = had.atttypid
    where had.attrelid = relation.oid and had.attnum > 0 and not had.attisdropped
      and (had.atthasdef or had.attstattarget >= 0 or had.attoptions is not null or had.attcompression <> ''
        or had.attstorage <> type.typstorage)
  )
  or exists (
    select from pg_catalog.pg_class as candidate
    where candidate.oid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', named.candidate_space, named.candidate_name))
      and (candidate.relrowsecurity or candidate.relforcerowsecurity
        or exists (select from pg_catalog.pg_policy as policy where policy.polrelid = candidate.oid))
  )
order by 1, 2
