[#-- who_am_i() --]
select current_user
