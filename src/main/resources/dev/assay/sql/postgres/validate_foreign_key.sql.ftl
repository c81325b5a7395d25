[#-- validate_foreign_key(name, relation): all rows that are there, while readers and writers go on --]
alter table ${relation} validate constraint ${name}
