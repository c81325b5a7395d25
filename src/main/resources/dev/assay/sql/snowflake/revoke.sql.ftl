[#-- revoke(relation, kind, privilege, grantee): from everybody, where nobody is named --]
revoke ${privilege} on ${kind} ${relation} from role [#if grantee??]${grantee}[#else]public[/#if]
