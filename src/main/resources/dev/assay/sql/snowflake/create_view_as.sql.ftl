[#-- create_view_as(relation, select, secure) --]
create [#if secure]secure [/#if]view ${relation} as
${select}
