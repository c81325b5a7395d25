[#-- create_view_as(relation, select) --]
create view ${relation} as
${select}
