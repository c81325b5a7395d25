[#-- type_int() --]
integer
