[#-- relation_ids(named): the relations' own ids, and whether row policies may hide rows of them from us --]
select space.nspname, relation.relname, relation.oid, pg_catalog.row_security_active(relation.oid)
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
where (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
