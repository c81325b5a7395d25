[#-- renew_lease(relation): binds environment, run. Nothing is touched where another run has it. --]
update ${relation} set heartbeat_ts = sysdate() where environment = ? and run_id = ?
