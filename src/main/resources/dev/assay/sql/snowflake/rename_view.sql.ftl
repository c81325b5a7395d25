[#-- rename_view(from, to): a bare new name would be one in the session's schema --]
alter view ${from} rename to ${to}
