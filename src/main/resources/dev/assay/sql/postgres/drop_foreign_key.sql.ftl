[#-- drop_foreign_key(name, relation, milliseconds): it keeps readers of both tables off, and so waits for none of them long --]
set local lock_timeout = ${milliseconds};
alter table ${relation} drop constraint ${name};
set local lock_timeout = 0
