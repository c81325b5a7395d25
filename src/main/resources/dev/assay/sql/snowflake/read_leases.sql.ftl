[#-- read_leases(relation): binds environment --]
select run_id, holder, machine, datediff(second, heartbeat_ts, sysdate())
from ${relation}
where environment = ?
order by heartbeat_ts, run_id
