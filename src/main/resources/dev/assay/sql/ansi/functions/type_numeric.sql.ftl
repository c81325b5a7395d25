[#-- type_numeric() --]
decimal(28, 6)
