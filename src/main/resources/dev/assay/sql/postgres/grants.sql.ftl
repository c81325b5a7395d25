[#-- grants(named): who may do what with them, beside their owner --]
select space.nspname, relation.relname,
  case grantee when 0 then '' else pg_catalog.pg_get_userbyid(grantee) end as grantee, is_grantable,
  pg_catalog.string_agg(privilege_type, ', ' order by privilege_type) as privileges
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
cross join lateral pg_catalog.aclexplode(relation.relacl)
where (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
  and grantee <> relation.relowner
group by space.nspname, relation.relname, grantee, is_grantable
order by 1, 2, 3, 4
