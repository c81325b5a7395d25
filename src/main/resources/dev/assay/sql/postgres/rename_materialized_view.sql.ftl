[#-- rename_materialized_view(from, to): the name stays, the schema changes, and indexes go along --]
alter materialized view ${from} set schema ${to.schema}
