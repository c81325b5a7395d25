[#-- lock_relations(milliseconds, views, tables): in one breath, or readers would come in between; owners stay who they are --]
set local lock_timeout = ${milliseconds};
[#list views as view]
alter view ${view.relation} owner to ${view.owner};
[/#list]
[#if tables?has_content]
lock table [#list tables as table]${table}[#sep], [/#sep][/#list] in access exclusive mode;
[/#if]
set local lock_timeout = 0
