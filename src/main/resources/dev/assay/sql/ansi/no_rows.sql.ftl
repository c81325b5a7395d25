[#-- no_rows(relation): for the columns that it has --]
select * from ${relation} where 1 = 0
