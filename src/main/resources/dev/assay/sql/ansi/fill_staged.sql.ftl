[#-- fill_staged(relation, select, names) --]
insert into ${relation} ([#list names as column]${column}[#sep], [/#sep][/#list])
select [#list names as column]${column}[#sep], [/#sep][/#list]
from (
${select}
) as change
