[#-- create_table_as(relation, select) --]
create table ${relation} as
${select}
