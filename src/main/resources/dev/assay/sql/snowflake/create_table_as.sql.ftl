[#-- create_table_as(relation, select, transient, copy_grants, cluster_by): transient is without fail-safe and with a day of time travel, since it can be built again. What is clustered comes in its order. --]
create [#if copy_grants]or replace [/#if][#if transient]transient [/#if]table ${relation}[#if cluster_by?has_content] cluster by ([#list cluster_by as key]${key}[#sep], [/#sep][/#list])[/#if][#if copy_grants] copy grants[/#if] as
[#if cluster_by?has_content]
select * from (
[/#if]
${select}
[#if cluster_by?has_content]
) order by [#list cluster_by as key]${key}[#sep], [/#sep][/#list]
[/#if]
