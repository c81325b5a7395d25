[#-- replace_view(relation, select, secure, copy_grants) --]
create or replace [#if secure]secure [/#if]view ${relation}[#if copy_grants] copy grants[/#if] as
${select}
