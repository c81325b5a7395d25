[#-- who_reads(named, besides): sessions and prepared transactions that have locks on relations, those that have them longest first;
     not those that have a lock of one kind only. Also those that have changed a relation's rights or definition and have not
     committed: GRANT locks no relation, but whoever changes the relation waits for its transaction. --]
with named as (
  select relation.oid, relation.xmax as changer, space.nspname || '.' || relation.relname as relation
  from pg_catalog.pg_class as relation
  join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
  where (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
),
held as (
  select held.pid, held.virtualtransaction, min(named.relation) as relation, false as changes
  from pg_catalog.pg_locks as held
  join named on named.oid = held.relation
  where held.granted[#if besides??] and held.mode <> ${besides}[/#if] and held.pid is distinct from pg_catalog.pg_backend_pid()
    and held.database = (select oid from pg_catalog.pg_database where datname = current_database())
  group by held.pid, held.virtualtransaction
  union all
  select held.pid, held.virtualtransaction, min(changed.relation), true
  from (
    select changer, relation from named
    union all
    select attribute.xmax, named.relation
    from named
    join pg_catalog.pg_attribute as attribute on attribute.attrelid = named.oid
  ) as changed
  join pg_catalog.pg_locks as held on held.locktype = 'transactionid' and held.transactionid = changed.changer
  where held.granted and held.pid is distinct from pg_catalog.pg_backend_pid()
  group by held.pid, held.virtualtransaction
)
select 'process ' || activity.pid, coalesce(activity.usename, 'the server'),
  coalesce(nullif(activity.application_name, ''), 'a session'),
  coalesce(to_char(activity.xact_start, 'HH24:MI:SS'), ''), held.relation,
  coalesce((extract(epoch from clock_timestamp() - activity.xact_start) * 1000)::bigint, 0), activity.xact_start, held.changes
from held
join pg_catalog.pg_stat_activity as activity on activity.pid = held.pid
union all
select 'prepared transaction ' || prepared.gid, prepared.owner, 'it has no session',
  to_char(prepared.prepared, 'HH24:MI:SS'), held.relation, 0, prepared.prepared, held.changes
from held
join pg_catalog.pg_locks as own on own.pid is null and own.locktype = 'transactionid'
  and own.virtualtransaction = held.virtualtransaction
join pg_catalog.pg_prepared_xacts as prepared on held.pid is null and prepared.transaction = own.transactionid
order by 7, 1
