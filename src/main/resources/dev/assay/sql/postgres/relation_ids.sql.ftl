[#-- relation_ids(named): the relations' own ids, whether row policies may hide rows of them from us, whether they are UNLOGGED
     and without a row, as a crash of the server leaves them, and whether their row security shows no row to readers --]
select space.nspname, relation.relname, relation.oid, pg_catalog.row_security_active(relation.oid),
  relation.relpersistence = 'u' and pg_catalog.pg_relation_size(relation.oid) = 0,
  relation.relrowsecurity and not exists (select from pg_catalog.pg_policy as policy where policy.polrelid = relation.oid)
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
where (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
