[#-- repeat_grant(relation, privilege, grantee_kind, grantee_parts, grantable): to a grantee that the catalog names --]
grant ${privilege} on table ${relation} to ${grantee_kind} [#list grantee_parts as part]"${part?replace('"', '""')}"[#sep].[/#sep][/#list][#if grantable] with grant option[/#if]
