[#-- show_schema_grants(schema) --]
show grants on schema ${schema}
