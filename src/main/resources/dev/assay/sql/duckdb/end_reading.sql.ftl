[#-- end_reading() --]
rollback
