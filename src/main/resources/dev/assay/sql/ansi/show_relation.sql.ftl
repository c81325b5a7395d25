[#-- show_relation(relation, limit): the first rows of a relation --]
select * from ${relation}
limit ${limit}
