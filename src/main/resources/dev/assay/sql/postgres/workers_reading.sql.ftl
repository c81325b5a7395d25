[#-- workers_reading(environment, named): how many sessions of the run itself have locks on these relations --]
select count(*)
from pg_catalog.pg_locks as held
join pg_catalog.pg_class as relation on relation.oid = held.relation
join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
where held.granted and held.pid <> pg_catalog.pg_backend_pid()
  and held.database = (select oid from pg_catalog.pg_database where datname = current_database())
  and (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
  and exists (
    select from pg_catalog.pg_locks as own
    where own.pid = held.pid and own.locktype = 'advisory' and own.objsubid = 1
      and ((own.classid::bigint << 32) | own.objid::bigint) = pg_catalog.hashtextextended('assay work ' || ${environment}, 0)
  )
