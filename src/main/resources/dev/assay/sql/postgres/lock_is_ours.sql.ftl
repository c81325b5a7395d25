[#-- lock_is_ours(): binds what is locked; whether the process that answers has the lock --]
select count(*) > 0
from pg_catalog.pg_locks as held
where held.locktype = 'advisory' and held.granted and held.objsubid = 1
  and held.pid = pg_catalog.pg_backend_pid()
  and ((held.classid::bigint << 32) | held.objid::bigint) = pg_catalog.hashtextextended(?, 0)
