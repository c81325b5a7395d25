[#-- touch_environment(relation): binds last used, schemas, name --]
update ${relation} set last_used_ts = cast(? as timestamp), schemas = ? where name = ?
