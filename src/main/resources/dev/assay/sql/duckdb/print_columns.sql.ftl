[#-- print_columns(query, printed_columns): the rows of a query, with some columns as DuckDB prints them; each column has its name, its position as a name, and whether it is printed --]
select
[#list printed_columns as column]
  [#if column.printed]cast(${column.position} as varchar)[#else]${column.position}[/#if] as ${column.name}[#sep],[/#sep]
[/#list]
from (
${query}
) as printed ([#list printed_columns as column]${column.position}[#sep], [/#sep][/#list])
