[#-- lock_candidates(milliseconds, tables, stored_candidates): `lock table` takes no materialized view; it keeps its schema --]
set local lock_timeout = ${milliseconds};
[#if tables?has_content]
lock table [#list tables as table]${table}[#sep], [/#sep][/#list] in access exclusive mode;
[/#if]
[#list stored_candidates as view]
alter materialized view ${view.relation} set schema ${view.schema};
[/#list]
set local lock_timeout to default
