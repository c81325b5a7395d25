[#-- inherited_roles(roles): whether ours is each of these roles, or has inherited it; and which is ours --]
select column1 as role, is_role_in_session(column1) as is_inherited, current_role() as own
from values [#list roles as role](${role})[#sep], [/#sep][/#list]
