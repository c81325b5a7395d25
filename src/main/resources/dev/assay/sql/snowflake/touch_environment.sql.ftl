[#-- touch_environment(relation): binds last used, schemas, name --]
update ${relation} set last_used_ts = cast(? as timestamp_ntz), schemas = ? where name = ?
