[#-- rename_table(from, to): the name stays, the schema changes, and indexes go along --]
alter table ${from} set schema ${to.schema}
