[#--
  test at_least(column_name, minimum = 0): rows whose value lies below the minimum
  one: 1 row of {model} has {column} below {minimum}
  many: {failures} rows of {model} have {column} below {minimum}
--]
select *
from ${relation}
where ${column_name} < ${minimum}
