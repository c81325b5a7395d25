[#-- type_string() --]
varchar
