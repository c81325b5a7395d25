[#-- test not_null(column_name): rows without a value
one: 1 row of {model} has no {column}
many: {failures} rows of {model} have no {column}
--]
select *
from ${relation}
where ${column_name} is null
