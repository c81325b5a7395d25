[#-- insert_staged(relation, staged, names) --]
insert into ${relation} ([#list names as column]${column}[#sep], [/#sep][/#list])
select [#list names as column]${column}[#sep], [/#sep][/#list]
from ${staged}
