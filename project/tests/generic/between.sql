[#--
  test between(column_name, low, high): rows whose value lies outside what the business knows
  one: 1 row of {model} has {column} outside {low} to {high}
  many: {failures} rows of {model} have {column} outside {low} to {high}
--]
select *
from ${relation}
where ${column_name} < ${low} or ${column_name} > ${high}
