[#-- drop_registry_column(relation, column) --]
alter table ${relation} drop column if exists ${column}
