[#-- change_owner(relation, grantee_parts): to a role that the catalog names; all other grants stay --]
grant ownership on table ${relation} to role [#list grantee_parts as part]"${part?replace('"', '""')}"[#sep].[/#sep][/#list] copy current grants
