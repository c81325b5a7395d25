[#-- old_snapshots(environment, horizon, named): sessions that may read these relations, or all where none is named, and whose snapshot is older than the horizon, which is now where none is given; may_keep: it may last beyond a statement; hidden: we have no right to see whether --]
with horizon as (
  select [#if horizon??]${horizon}[#else]pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())[/#if]::text::xid as oldest
)
select activity.pid || ' ' || began.virtualtransaction as id, activity.pid, coalesce(activity.usename, ''),
  coalesce(nullif(activity.application_name, ''), 'a session'),
  coalesce(to_char(activity.xact_start, 'HH24:MI:SS'), ''),
  activity.state is null or activity.state like 'idle in transaction%'
    or coalesce(activity.query_start - activity.xact_start > interval '100 milliseconds', false)
    or activity.application_name in ('pg_dump', 'pg_dumpall') as may_keep,
  activity.state is null as hidden, horizon.oldest::text
from pg_catalog.pg_stat_activity as activity
cross join horizon
join pg_catalog.pg_locks as began on began.pid = activity.pid and began.locktype = 'virtualxid' and began.granted
where activity.datname = current_database() and activity.usesysid is not null
  and coalesce(activity.backend_type, 'client backend') = 'client backend'
  and activity.pid <> pg_catalog.pg_backend_pid()
  and activity.backend_xmin is not null and pg_catalog.age(activity.backend_xmin) > pg_catalog.age(horizon.oldest)
  and activity.pid not in (select pid from pg_catalog.pg_stat_progress_vacuum)
  and activity.pid not in (select pid from pg_catalog.pg_stat_progress_create_index)
  and not exists (
    select from pg_catalog.pg_locks as own
    where own.pid = activity.pid and own.locktype = 'advisory' and own.objsubid = 1
      and ((own.classid::bigint << 32) | own.objid::bigint) = pg_catalog.hashtextextended('assay work ' || ${environment}, 0)
  )
[#if named?has_content]
  and exists (
    select from pg_catalog.pg_class as relation
    join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
    join pg_catalog.pg_roles as role on pg_catalog.pg_has_role(activity.usesysid, role.oid, 'member')
    where (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
      and pg_catalog.has_any_column_privilege(role.oid, relation.oid, 'select')
  )
[/#if]
order by activity.xact_start, activity.pid
