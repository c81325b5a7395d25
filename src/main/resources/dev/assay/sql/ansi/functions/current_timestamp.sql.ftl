[#-- current_timestamp() --]
current_timestamp
