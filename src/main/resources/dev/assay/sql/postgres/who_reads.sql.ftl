[#-- who_reads(named): who else has locks on relations, those that have them longest first --]
select activity.pid, coalesce(activity.usename, 'the server'), coalesce(nullif(activity.application_name, ''), 'a session'),
  coalesce(to_char(min(activity.xact_start), 'HH24:MI:SS'), ''), min(space.nspname || '.' || relation.relname)
from pg_catalog.pg_locks as held
join pg_catalog.pg_stat_activity as activity on activity.pid = held.pid
join pg_catalog.pg_class as relation on relation.oid = held.relation
join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
where held.granted and held.pid <> pg_catalog.pg_backend_pid()
  and held.database = (select oid from pg_catalog.pg_database where datname = current_database())
  and (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
group by activity.pid, activity.usename, activity.application_name
order by min(activity.xact_start), activity.pid
