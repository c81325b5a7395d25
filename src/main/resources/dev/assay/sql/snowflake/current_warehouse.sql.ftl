[#-- current_warehouse() --]
select current_warehouse()
