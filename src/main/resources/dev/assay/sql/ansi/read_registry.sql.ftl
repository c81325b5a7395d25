[#-- read_registry(parts): binds for each part the environment. Every later version must answer it: it is asked before anything else. --]
[#list parts as part]
select ${part.schema} as place, ${part.purpose} as purpose, version, written_by,
  coalesce((select max(${part.number}) from ${part.relation} where ${part.environment} = ?), 0) as latest
from ${part.versions}
[#sep]union all
[/#sep][/#list]
