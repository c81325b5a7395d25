[#-- granted(named): each privilege on these relations with each role that has it, but their owner --]
select object_schema, object_name, lower(privilege_type) as privilege, case grantee when 'PUBLIC' then '' else grantee end as grantee
from information_schema.object_privileges
where object_catalog = current_database() and object_type in ('TABLE', 'VIEW') and privilege_type <> 'OWNERSHIP' and granted_to = 'ROLE' and (
[#list named as name]
  (object_schema = ${name.schema} and object_name = ${name.name})[#sep] or[/#sep]
[/#list]
)
order by 1, 2, 3, 4
