[#-- create_staged(relation, target, names): an empty table with these columns of another one --]
create table ${relation} as
select [#list names as column]${column}[#sep], [/#sep][/#list]
from ${target}
where 1 = 0
