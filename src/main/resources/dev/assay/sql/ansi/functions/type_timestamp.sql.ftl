[#-- type_timestamp() --]
timestamp
