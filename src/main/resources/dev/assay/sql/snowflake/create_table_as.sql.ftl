[#-- create_table_as(relation, select, transient, cluster_by): transient is without fail-safe and with a day of time travel, since it can be built again. What is clustered comes in its order. --]
create [#if transient]transient [/#if]table ${relation}[#if cluster_by?has_content] cluster by ([#list cluster_by as key]${key}[#sep], [/#sep][/#list])[/#if] as
[#if cluster_by?has_content]
select * from (
[/#if]
${select}
[#if cluster_by?has_content]
) order by [#list cluster_by as key]${key}[#sep], [/#sep][/#list]
[/#if]
