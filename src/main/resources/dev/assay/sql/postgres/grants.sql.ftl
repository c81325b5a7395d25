[#-- grants(pairs): who may do what with what is published, beside its owner, and with those of its columns that its candidate has.
     `refused` is what default privileges give on the new relation, where it is made, and what the published relation lacks: it was
     revoked there. --]
with pair (nspname, relname, candidate_space, candidate_name, made_space) as (
  values
[#list pairs as pair]
    (${pair.published_schema}, ${pair.published_name}, ${pair.candidate_schema}, ${pair.candidate_name}, ${pair.target_schema})[#sep],[/#sep]
[/#list]
),
relation as (
  select pair.*, published.oid, published.relacl, published.relowner
  from pair
  join pg_catalog.pg_class as published
    on published.oid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', pair.nspname, pair.relname))
)
select nspname, relname, case grantee when 0 then '' else pg_catalog.pg_get_userbyid(grantee) end as grantee, is_grantable,
  pg_catalog.string_agg(privilege_type, ', ' order by privilege_type) as privileges, false as refused
from relation
cross join lateral pg_catalog.aclexplode(relacl)
where grantee <> relowner
group by nspname, relname, grantee, is_grantable
union all
select nspname, relname, case grantee when 0 then '' else pg_catalog.pg_get_userbyid(grantee) end, is_grantable,
  pg_catalog.string_agg(
    privilege_type || ' (' || pg_catalog.quote_ident(had.attname) || ')', ', ' order by had.attnum, privilege_type), false
from relation
join pg_catalog.pg_attribute as had on had.attrelid = relation.oid and had.attnum > 0 and not had.attisdropped
cross join lateral pg_catalog.aclexplode(had.attacl)
where grantee <> relowner and exists (
  select from pg_catalog.pg_attribute as candidate
  where candidate.attrelid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', candidate_space, candidate_name))
    and candidate.attname = had.attname and not candidate.attisdropped
)
group by nspname, relname, grantee, is_grantable
union all
select nspname, relname, case given.grantee when 0 then '' else pg_catalog.pg_get_userbyid(given.grantee) end, given.is_grantable,
  pg_catalog.string_agg(given.privilege_type, ', ' order by given.privilege_type), true
from relation
join pg_catalog.pg_roles as maker on maker.rolname = current_user
join pg_catalog.pg_default_acl as preset
  on preset.defaclrole = maker.oid and preset.defaclobjtype = 'r'
  and (preset.defaclnamespace = 0 or preset.defaclnamespace in (
    select space.oid from pg_catalog.pg_namespace as space where space.nspname = relation.made_space
  ))
cross join lateral pg_catalog.aclexplode(preset.defaclacl) as given
where given.grantee <> maker.oid and not exists (
  select from pg_catalog.aclexplode(relation.relacl) as had
  where (had.grantee, had.privilege_type, had.is_grantable) = (given.grantee, given.privilege_type, given.is_grantable)
)
group by nspname, relname, given.grantee, given.is_grantable
order by 6 desc, 1, 2, 3, 4, 5
