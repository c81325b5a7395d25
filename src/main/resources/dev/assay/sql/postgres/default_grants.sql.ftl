[#-- default_grants(named): what `alter default privileges` gives on tables that are made in these relations' schemas by our role.
     They were made in another schema, where it does not hold. --]
with relation (nspname, relname) as (
  values
[#list named as name]
    (${name.schema}, ${name.name})[#sep],[/#sep]
[/#list]
)
select relation.nspname, relation.relname, case grantee when 0 then '' else pg_catalog.pg_get_userbyid(grantee) end as grantee, is_grantable,
  pg_catalog.string_agg(privilege_type, ', ' order by privilege_type) as privileges
from relation
join pg_catalog.pg_namespace as space on space.nspname = relation.nspname
join pg_catalog.pg_default_acl as preset on preset.defaclnamespace = space.oid and preset.defaclobjtype = 'r'
join pg_catalog.pg_roles as maker on maker.oid = preset.defaclrole and maker.rolname = current_user
cross join lateral pg_catalog.aclexplode(preset.defaclacl)
where grantee <> maker.oid
group by relation.nspname, relation.relname, grantee, is_grantable
order by 1, 2, 3, 4
