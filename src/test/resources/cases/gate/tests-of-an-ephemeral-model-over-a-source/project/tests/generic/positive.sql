[#-- test positive(column_name, minimum = 0): x --]
select * from ${relation} where ${column_name} < ${minimum}
