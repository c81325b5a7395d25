[#-- show_future_grants(): which rights new objects of our database have without anybody's further doing --]
show future grants in database
