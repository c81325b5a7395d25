[#-- lock_holders(): binds what is locked --]
select activity.pid, activity.usename, coalesce(nullif(activity.application_name, ''), 'a session'),
  coalesce(host(activity.client_addr), 'a local socket'), to_char(activity.backend_start, 'YYYY-MM-DD HH24:MI:SS')
from pg_locks as held
join pg_stat_activity as activity on activity.pid = held.pid
where held.locktype = 'advisory' and held.granted and held.objsubid = 1
  and held.database = (select oid from pg_database where datname = current_database())
  and ((held.classid::bigint << 32) | held.objid::bigint) = hashtextextended(?, 0)
order by activity.backend_start
