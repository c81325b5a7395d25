[#-- inherited_roles(roles): whether ours is each of these roles, or has inherited it; and which is ours --]
[#list roles as role]
select ${role} as role_name, is_role_in_session(${role}) as is_inherited, current_role() as own
[#sep]union all
[/#sep][/#list]
