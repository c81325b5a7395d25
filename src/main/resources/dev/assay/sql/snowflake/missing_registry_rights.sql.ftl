[#-- missing_registry_rights(): the grants that a role needs in the schema of the registry, or to make it --]
select 'if the schema assay exists, ask for: grant usage, create table on schema assay to role ' || current_role() as words
union all
select 'and: grant select, insert, update, delete on all tables in schema assay to role ' || current_role()
union all
select 'if it does not exist yet, ask for: grant create schema on database ' || current_database() || ' to role ' || current_role()
