[#-- end_vacuum(milliseconds, tables): the server ends its own vacuum for who waits long enough; readers do not notice --]
set local lock_timeout = ${milliseconds};
lock table [#list tables as table]${table}[#sep], [/#sep][/#list] in share update exclusive mode;
set local lock_timeout to default
