[#-- open_transactions(environment, named): for each of these relations that a cut has set aside, the open transactions that may have made
     something that depends on it, such as a column of its type: the server shows that only after their commit. Once a relation is
     set aside under a name of its own, only transactions that are older than the renaming count. --]
with named as (
  select space.nspname, relation.relname, relation.relname like 'leftover\_%' as is_renamed, relation.xmin as renamed_by
  from pg_catalog.pg_class as relation
  join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
  where (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
    and space.nspname like '%\_\_assay\_retired'
),
opened as (
  select activity.backend_xid as id, 'process ' || activity.pid as who, coalesce(activity.usename, 'the server') as role,
    coalesce(nullif(activity.application_name, ''), 'a session') as what, coalesce(to_char(activity.xact_start, 'HH24:MI:SS'), '') as since
  from pg_catalog.pg_stat_activity as activity
  where activity.datname = current_database() and activity.usesysid is not null and activity.backend_xid is not null
    and activity.pid <> pg_catalog.pg_backend_pid()
    and not exists (
      select from pg_catalog.pg_locks as own
      where own.pid = activity.pid and own.locktype = 'advisory' and own.objsubid = 1
        and ((own.classid::bigint << 32) | own.objid::bigint) = pg_catalog.hashtextextended('assay work ' || ${environment}, 0)
    )
  union all
  select prepared.transaction, 'prepared transaction ' || prepared.gid, prepared.owner, 'it has no session',
    to_char(prepared.prepared, 'HH24:MI:SS')
  from pg_catalog.pg_prepared_xacts as prepared
  where prepared.database = current_database()
)
select named.nspname, named.relname, opened.id::text, opened.who, opened.what, opened.role, opened.since
from named
join opened on not named.is_renamed or pg_catalog.age(opened.id) >= pg_catalog.age(named.renamed_by)
order by named.nspname, named.relname, pg_catalog.age(opened.id) desc
