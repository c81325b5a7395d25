[#-- no_rows(relation, name) --]
(select * from ${relation} where false limit 0)
