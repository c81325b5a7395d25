[#-- read_epoch(relation): binds name. In a transaction, no other run takes the environment before its end. --]
select coalesce(epoch, 0) from ${relation} where name = ? for share
