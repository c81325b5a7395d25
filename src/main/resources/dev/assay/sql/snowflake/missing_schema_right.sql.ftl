[#-- missing_schema_right(): the grant that a role needs to make a schema --]
select 'grant create schema on database ' || current_database() || ' to role ' || current_role()
