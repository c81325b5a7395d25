[#-- create_change_view(relation, target, staged, names, removed): what the target will hold; removed is absent where no row goes --]
create view ${relation} as
select [#list names as column]${column}[#sep], [/#sep][/#list]
from ${target}
[#if removed??]
where not (${removed})
[/#if]
union all
select [#list names as column]${column}[#sep], [/#sep][/#list]
from ${staged}
