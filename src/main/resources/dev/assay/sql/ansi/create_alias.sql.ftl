[#-- create_alias(relation, target) --]
create view ${relation} as
select * from ${target}
