[#-- insert_environment(relation): binds name, schemas, target, created, last used --]
insert into ${relation} (name, schemas, target, state, created_ts, last_used_ts)
values (?, ?, ?, 'active', cast(? as timestamp), cast(? as timestamp))
