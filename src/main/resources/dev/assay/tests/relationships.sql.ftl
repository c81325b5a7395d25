[#-- test relationships(column_name, to, field): rows whose value no row of another relation has; rows without a value do not count
one: 1 row of {model} has no match for {column} in {to}.{field}
many: {failures} rows of {model} have no match for {column} in {to}.{field}
--]
select *
from ${relation}
where ${column_name} is not null
  and not exists (
    select 1
[#-- The column is asked of the parent by name: a bare one that it lacks would be taken from the child, and always match. --]
    from (select parent.${column(field)} as assay_parent_key from ${to} as parent) as parent
    where parent.assay_parent_key = ${column_name}
  )
