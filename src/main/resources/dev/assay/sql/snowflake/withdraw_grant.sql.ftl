[#-- withdraw_grant(relation, privilege, grantee_kind, grantee_parts): from a grantee that the catalog names, and from those to whom it was passed on --]
revoke ${privilege} on table ${relation} from ${grantee_kind} [#list grantee_parts as part]"${part?replace('"', '""')}"[#sep].[/#sep][/#list] cascade
