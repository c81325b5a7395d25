[#-- no_rows(relation) --]
(select * from ${relation} where false limit 0)
