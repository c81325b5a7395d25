[#-- session() --]
set TimeZone = 'UTC';
set errors_as_json = true
