[#-- count_identified(relation, schema, name): rows, and the relation's own id, which no other relation under its name has --]
select count(*),
  (select counted.oid
   from pg_catalog.pg_class as counted
   join pg_catalog.pg_namespace as space on space.oid = counted.relnamespace
   where space.nspname = ${schema} and counted.relname = ${name})
from ${relation}
