[#-- changed_views(pairs): those of the published views whose columns are no longer the first of their candidate's,
     and tables whose rows lie in partitions --]
select distinct published.nspname, published.relname
from (values
[#list pairs as pair]
  (${pair.published_schema}, ${pair.published_name}, ${pair.candidate_schema}, ${pair.candidate_name})[#sep],[/#sep]
[/#list]
) as pair (nspname, relname, candidate_space, candidate_name)
join lateral (
  select pair.nspname, pair.relname, had.attnum, had.attname, had.atttypid, had.atttypmod, had.attcollation
  from pg_catalog.pg_attribute as had
  where had.attrelid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', pair.nspname, pair.relname)) and had.attnum > 0
) as published on true
left join pg_catalog.pg_attribute as candidate
  on candidate.attrelid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', pair.candidate_space, pair.candidate_name))
  and candidate.attnum = published.attnum
where (candidate.attname, candidate.atttypid, candidate.atttypmod, candidate.attcollation)
  is distinct from (published.attname, published.atttypid, published.atttypmod, published.attcollation)
  or exists (
    select from pg_catalog.pg_class as relation
    where relation.oid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', published.nspname, published.relname))
      and relation.relkind = 'p'
  )
