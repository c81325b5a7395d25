[#-- count_rows(relation) --]
select count(*) from ${relation}
