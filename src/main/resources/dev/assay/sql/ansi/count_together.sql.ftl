[#-- count_together(counts, shared, tested): the failure numbers of several tests, a row each; shared is the name under which they all read what is tested --]
[#if shared??]
with ${shared} as materialized (
select * from ${tested}
)
[/#if]
[#list counts as count]
${count}
[#sep]
union all
[/#sep]
[/#list]
