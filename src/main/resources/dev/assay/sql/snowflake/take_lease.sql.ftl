[#-- take_lease(relation, seconds): binds environment, run, holder, machine. One that was not heard of for so long has ended. --]
merge into ${relation} as lease
using (select cast(? as varchar) as environment, cast(? as varchar) as run_id, cast(? as varchar) as holder, cast(? as varchar) as machine) as claim
on lease.environment = claim.environment
when matched and lease.heartbeat_ts < dateadd(second, -${seconds}, sysdate()) then update set run_id = claim.run_id, holder = claim.holder, machine = claim.machine, heartbeat_ts = sysdate()
when not matched then insert (environment, run_id, holder, machine, heartbeat_ts) values (claim.environment, claim.run_id, claim.holder, claim.machine, sysdate())
