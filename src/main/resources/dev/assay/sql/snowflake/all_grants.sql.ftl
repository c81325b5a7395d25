[#-- all_grants(named): each privilege on these relations with each grantee, the owner included --]
select object_schema, object_name, lower(privilege_type) as privilege, lower(replace(granted_to, '_', ' ')) as grantee_kind, grantee, is_grantable = 'YES' as grantable
from information_schema.object_privileges
where object_catalog = current_database() and object_type in ('TABLE', 'VIEW') and (
[#list named as name]
  (object_schema = ${name.schema} and object_name = ${name.name})[#sep] or[/#sep]
[/#list]
)
order by 1, 2, 3, 4, 5
