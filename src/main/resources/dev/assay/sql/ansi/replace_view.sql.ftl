[#-- replace_view(relation, select) --]
create or replace view ${relation} as
${select}
