[#-- empty_relation(relation): for reading its columns and none of its rows --]
(select * from ${relation} where 1 = 0) as empty_relation
