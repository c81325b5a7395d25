[#-- orphans(relation, other, pairs): how many rows have no parent, and one of them; a key with a null leads nowhere and breaks nothing --]
select count(*), min(concat_ws(', '[#list pairs as pair], child.${pair.key}[/#list]))
from ${relation} as child
where [#list pairs as pair]child.${pair.key} is not null and [/#list]not exists (
  select from ${other} as parent
  where [#list pairs as pair]parent.${pair.other_key} = child.${pair.key}[#sep] and [/#sep][/#list]
)
