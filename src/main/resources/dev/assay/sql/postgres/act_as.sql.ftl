[#-- act_as(role) --]
set local role ${role}
