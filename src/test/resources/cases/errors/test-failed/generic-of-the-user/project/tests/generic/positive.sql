[#-- test positive(column_name, minimum = 0): rows whose value lies below the minimum --]
select * from ${relation} where ${column_name} < ${minimum}
