[#-- rename_view(from, to) --]
alter view ${from} rename to ${to.name}
