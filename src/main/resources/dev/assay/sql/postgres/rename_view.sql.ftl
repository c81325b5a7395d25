[#-- rename_view(from, to): the name stays, the schema changes --]
alter view ${from} set schema ${to.schema}
