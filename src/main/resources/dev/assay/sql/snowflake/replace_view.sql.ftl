[#-- replace_view(relation, select, secure, keep_grants) --]
create or replace [#if secure]secure [/#if]view ${relation}[#if keep_grants] copy grants[/#if] as
${select}
