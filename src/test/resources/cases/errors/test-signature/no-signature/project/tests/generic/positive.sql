select * from ${relation} where ${column_name} < 0
