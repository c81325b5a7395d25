[#-- grant(relation, kind, privileges, grantee, grantable): to everybody, where nobody is named --]
grant ${privileges} on ${relation} to [#if grantee??]${grantee}[#else]public[/#if][#if grantable] with grant option[/#if]
