[#-- any_value(expression): servers before 16 have none of their own --]
(array_agg(${expression}) filter (where (${expression}) is not null))[1]
