[#-- set_not_null(relation, column) --]
alter table ${relation} alter column ${column} set not null
