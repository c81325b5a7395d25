[#-- point_candidate(relation, target, names): the columns stay as they were, so views on it do, too --]
create or replace view ${relation} as
select [#list names as column]${column}[#sep], [/#sep][/#list]
from ${target}
