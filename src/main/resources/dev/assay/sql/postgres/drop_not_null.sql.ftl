[#-- drop_not_null(relation, column) --]
alter table ${relation} alter column ${column} drop not null
