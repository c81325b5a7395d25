[#-- no_rows(relation, name): before version 16 a query wants a name where a relation stands; a join wants none, and takes one --]
((select * from ${relation} where false limit 0) as ${name} cross join (select) as nothing)
