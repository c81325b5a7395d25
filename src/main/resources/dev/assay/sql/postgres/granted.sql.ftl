[#-- granted(named): each privilege on these relations as a whole, with each who has it beside their owner --]
select space.nspname, relation.relname, pg_catalog.lower(privilege_type) as privilege,
  case grantee when 0 then '' else pg_catalog.pg_get_userbyid(grantee) end as grantee
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
cross join lateral pg_catalog.aclexplode(relation.relacl)
where (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
  and grantee <> relation.relowner
order by 1, 2, 3, 4
