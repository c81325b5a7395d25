[#-- test unique(column_name): values that occur more than once, each with the number of its rows; rows without a value do not count
one: 1 value of {model}.{column} occurs more than once
many: {failures} values of {model}.{column} occur more than once
--]
select ${column_name}, count(*) as ${column("rows")}
from ${relation}
where ${column_name} is not null
group by ${column_name}
having count(*) > 1
