[#-- revoke(relation, kind, privilege, grantee): from everybody, where nobody is named; whom the grantee let in goes too --]
revoke ${privilege} on ${relation} from [#if grantee??]${grantee}[#else]public[/#if] cascade
