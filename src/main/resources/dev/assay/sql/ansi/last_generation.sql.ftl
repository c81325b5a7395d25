[#-- last_generation(relation): binds environment --]
select coalesce(max(generation), 0) from ${relation} where environment = ?
