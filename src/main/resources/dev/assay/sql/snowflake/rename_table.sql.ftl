[#-- rename_table(from, to): a bare new name would be one in the session's schema --]
alter table ${from} rename to ${to}
