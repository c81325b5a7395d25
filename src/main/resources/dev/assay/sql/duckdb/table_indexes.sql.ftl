[#-- table_indexes(): the definitions name the database, too, since a schema may be called like it --]
select schema_name, table_name, index_name,
  replace(sql, ' ON ' || schema_name || '.', ' ON "' || replace(database_name, '"', '""') || '".' || schema_name || '.')
from duckdb_indexes()
where database_name = current_database()
order by 1, 2, 3
