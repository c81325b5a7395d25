[#-- withdraw_schema_grant(schema, privilege, grantee_kind, grantee_parts): from a grantee that the catalog names, and from those to whom it was passed on --]
revoke ${privilege} on schema ${schema} from ${grantee_kind} [#list grantee_parts as part]"${part?replace('"', '""')}"[#sep].[/#sep][/#list] cascade
