[#-- drop_table(relation) --]
drop table ${relation}
