[#-- last_generation(relation) --]
select coalesce(max(generation), 0) from ${relation}
