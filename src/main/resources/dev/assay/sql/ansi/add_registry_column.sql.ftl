[#-- add_registry_column(relation, column, type) --]
alter table ${relation} add column if not exists ${column} ${type}
