[#-- create_schema(schema) --]
create schema if not exists ${schema}
