[#-- set_schema_purpose(relation): binds purpose, environment, schema --]
update ${relation} set purpose = ? where environment = ? and schema_name = ?
