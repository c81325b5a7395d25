[#-- differing_changes(relation, staged, names, removed): how many different rows a merge has not left as it was to. Each staged row
     is there as often as it was staged; where rows go, no other one that would have to go is there. --]
select count(*)
from (
  select content
  from (
    select row([#list names as column]${column}[#sep], [/#sep][/#list])::text as content, 1 as had, 0 as staged,
      [#if removed??]${removed}[#else]false[/#if] as replaced
    from only ${relation}
    union all
    select row([#list names as column]${column}[#sep], [/#sep][/#list])::text, 0, 1,
      [#if removed??]${removed}[#else]false[/#if]
    from ${staged}
  ) as both_sides
  group by content
  having sum(staged) > sum(had) or bool_or(replaced) and sum(staged) <> sum(had)
) as differing
