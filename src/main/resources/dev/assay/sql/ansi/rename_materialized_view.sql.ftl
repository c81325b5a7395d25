[#-- rename_materialized_view(from, to) --]
alter materialized view ${from} rename to ${to.name}
