[#-- look_at_columns(relation): what it has, and none of its rows --]
select * from ${relation} where 1 = 0
