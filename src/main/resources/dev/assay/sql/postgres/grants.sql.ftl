[#-- grants(pairs): who may do what with what is published, beside its owner, and with those of its columns that its candidate has --]
with pair (nspname, relname, candidate_space, candidate_name) as (
  values
[#list pairs as pair]
    (${pair.published_schema}, ${pair.published_name}, ${pair.candidate_schema}, ${pair.candidate_name})[#sep],[/#sep]
[/#list]
),
relation as (
  select pair.*, published.oid, published.relacl, published.relowner
  from pair
  join pg_catalog.pg_class as published
    on published.oid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', pair.nspname, pair.relname))
)
select nspname, relname, case grantee when 0 then '' else pg_catalog.pg_get_userbyid(grantee) end as grantee, is_grantable,
  pg_catalog.string_agg(privilege_type, ', ' order by privilege_type) as privileges
from relation
cross join lateral pg_catalog.aclexplode(relacl)
where grantee <> relowner
group by nspname, relname, grantee, is_grantable
union all
select nspname, relname, case grantee when 0 then '' else pg_catalog.pg_get_userbyid(grantee) end, is_grantable,
  pg_catalog.string_agg(
    privilege_type || ' (' || pg_catalog.quote_ident(had.attname) || ')', ', ' order by had.attnum, privilege_type)
from relation
join pg_catalog.pg_attribute as had on had.attrelid = relation.oid and had.attnum > 0 and not had.attisdropped
cross join lateral pg_catalog.aclexplode(had.attacl)
where grantee <> relowner and exists (
  select from pg_catalog.pg_attribute as candidate
  where candidate.attrelid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', candidate_space, candidate_name))
    and candidate.attname = had.attname and not candidate.attisdropped
)
group by nspname, relname, grantee, is_grantable
order by 1, 2, 3, 4, 5
