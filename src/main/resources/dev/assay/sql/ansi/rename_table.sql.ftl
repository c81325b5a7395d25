[#-- rename_table(from, to) --]
alter table ${from} rename to ${to.name}
