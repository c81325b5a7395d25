[#-- type_bigint() --]
bigint
