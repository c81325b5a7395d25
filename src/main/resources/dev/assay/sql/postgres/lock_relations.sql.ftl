[#-- lock_relations(milliseconds, views, stored, tables): in one breath, or readers would come in between; owners stay who they are --]
set local lock_timeout = ${milliseconds};
[#list views as view]
alter view ${view.relation} owner to ${view.owner};
[/#list]
[#list stored as relation]
alter materialized view ${relation} owner to current_user;
[/#list]
[#if tables?has_content]
lock table [#list tables as table]${table}[#sep], [/#sep][/#list] in access exclusive mode;
[/#if]
set local lock_timeout = 0
