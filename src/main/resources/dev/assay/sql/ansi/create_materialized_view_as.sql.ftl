[#-- create_materialized_view_as(relation, select) --]
create materialized view ${relation} as
${select}
