[#-- touch_environment(relation): binds last used, schemas, the new epoch, name, the epoch before --]
update ${relation} set last_used_ts = cast(? as timestamp), schemas = ?, epoch = ? where name = ? and coalesce(epoch, 0) = ?
