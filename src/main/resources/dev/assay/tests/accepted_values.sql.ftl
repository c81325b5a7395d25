[#-- test accepted_values(column_name, values, quote = true): values outside a list, each with the number of its rows; rows without a value do not count
one: 1 value of {model}.{column} is not among {values}
many: {failures} values of {model}.{column} are not among {values}
--]
[#-- A null in a list of SQL would let everything pass. --]
[#assign allowed = values?filter(value -> value??)]
select ${column_name}, count(*) as ${column("rows")}
from ${relation}
where ${column_name} is not null
[#if allowed?size > 0]
  and ${column_name} not in (
[#list allowed as value]
    [#if quote]${literal("${value}")}[#else]${literal(value)}[/#if][#sep],[/#sep]
[/#list]
  )
[/#if]
group by ${column_name}
