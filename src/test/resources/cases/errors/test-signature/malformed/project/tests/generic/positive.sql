[#-- test positiv(column_name, minimum = ): rows --]
select * from ${relation} where ${column_name} < 0
