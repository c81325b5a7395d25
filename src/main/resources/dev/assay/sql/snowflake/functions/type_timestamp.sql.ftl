[#-- type_timestamp() --]
timestamp_ntz
