[#-- role(role) --]
set role ${role}
