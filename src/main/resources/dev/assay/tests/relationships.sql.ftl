[#-- test relationships(column_name, to, field): rows whose value no row of another relation has; rows without a value do not count
one: 1 row of {model} has no match for {column} in {to}.{field}
many: {failures} rows of {model} have no match for {column} in {to}.{field}
--]
[#-- The parent's keys are taken outside: within, a column that it lacks would be taken from the child, and always match. --]
with assay_parent as (select ${column(field, to)} as assay_parent_key from ${to})
select *
from ${relation}
where ${column_name} is not null
  and not exists (select 1 from assay_parent where assay_parent.assay_parent_key = ${column_name})
