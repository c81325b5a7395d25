[#-- count_identified(relation, schema, name): rows, the relation's own id, which no other relation under its name has, and whether
     row policies may hide rows of it from us --]
select relation.rows, counted.oid, pg_catalog.row_security_active(counted.oid)
from (select count(*) as rows from ${relation}) as relation
left join (
  select named.oid
  from pg_catalog.pg_class as named
  join pg_catalog.pg_namespace as space on space.oid = named.relnamespace
  where space.nspname = ${schema} and named.relname = ${name}
) as counted on true
