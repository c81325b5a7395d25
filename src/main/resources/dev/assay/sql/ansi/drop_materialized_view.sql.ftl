[#-- drop_materialized_view(relation) --]
drop materialized view ${relation}
