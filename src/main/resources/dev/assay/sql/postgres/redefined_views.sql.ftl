[#-- redefined_views(pairs): those of the published views whose SQL or options differ from those of their candidates, apart from the
     schemas that they read. Under plain names, so that each name in a definition has its schema. --]
select pair.nspname, pair.relname
from (values
[#list pairs as pair]
  (${pair.published_schema}, ${pair.published_name}, ${pair.candidate_schema}, ${pair.candidate_name})[#sep],[/#sep]
[/#list]
) as pair (nspname, relname, candidate_space, candidate_name)
left join pg_catalog.pg_class as published
  on published.oid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', pair.nspname, pair.relname))
left join pg_catalog.pg_class as candidate
  on candidate.oid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', pair.candidate_space, pair.candidate_name))
where case when published.relkind = 'v' and candidate.relkind = 'v'
  then (pg_catalog.pg_get_viewdef(published.oid), published.reloptions) is distinct from (
    pg_catalog.regexp_replace(pg_catalog.pg_get_viewdef(candidate.oid), '__assay_candidate("?\.)', '\1', 'g'), candidate.reloptions)
  else true end
