[#-- insert_environment(relation): binds name, schemas, target, epoch, created, last used --]
insert into ${relation} (name, schemas, target, epoch, state, created_ts, last_used_ts)
values (?, ?, ?, ?, 'active', cast(? as timestamp), cast(? as timestamp))
