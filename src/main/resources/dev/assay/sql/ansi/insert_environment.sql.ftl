[#-- insert_environment(relation): binds name, target, epoch, created, last used --]
insert into ${relation} (name, target, epoch, state, created_ts, last_used_ts)
values (?, ?, ?, 'active', cast(? as timestamp), cast(? as timestamp))
