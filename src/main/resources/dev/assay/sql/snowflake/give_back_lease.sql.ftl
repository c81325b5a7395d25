[#-- give_back_lease(relation): binds environment, run --]
delete from ${relation} where environment = ? and run_id = ?
