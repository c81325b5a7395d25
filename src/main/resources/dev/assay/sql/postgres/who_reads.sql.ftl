[#-- who_reads(named, besides): sessions and prepared transactions that have locks on relations, those that have them longest first;
     not those that have a lock of one kind only --]
with held as (
  select held.pid, held.virtualtransaction, min(space.nspname || '.' || relation.relname) as relation
  from pg_catalog.pg_locks as held
  join pg_catalog.pg_class as relation on relation.oid = held.relation
  join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
  where held.granted[#if besides??] and held.mode <> ${besides}[/#if] and held.pid is distinct from pg_catalog.pg_backend_pid()
    and held.database = (select oid from pg_catalog.pg_database where datname = current_database())
    and (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
  group by held.pid, held.virtualtransaction
)
select 'process ' || activity.pid, coalesce(activity.usename, 'the server'),
  coalesce(nullif(activity.application_name, ''), 'a session'),
  coalesce(to_char(activity.xact_start, 'HH24:MI:SS'), ''), held.relation,
  coalesce((extract(epoch from clock_timestamp() - activity.xact_start) * 1000)::bigint, 0), activity.xact_start
from held
join pg_catalog.pg_stat_activity as activity on activity.pid = held.pid
union all
select 'prepared transaction ' || prepared.gid, prepared.owner, 'it has no session',
  to_char(prepared.prepared, 'HH24:MI:SS'), held.relation, 0, prepared.prepared
from held
join pg_catalog.pg_locks as own on own.pid is null and own.locktype = 'transactionid'
  and own.virtualtransaction = held.virtualtransaction
join pg_catalog.pg_prepared_xacts as prepared on held.pid is null and prepared.transaction = own.transactionid
order by 7, 1
