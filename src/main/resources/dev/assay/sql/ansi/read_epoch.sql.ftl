[#-- read_epoch(relation): binds name --]
select coalesce(epoch, 0) from ${relation} where name = ?
