[#-- touch_environment(relation): binds last used, the new epoch, name, the epoch before --]
update ${relation} set last_used_ts = cast(? as timestamp), epoch = ? where name = ? and coalesce(epoch, 0) = ?
