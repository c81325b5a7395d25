[#-- test is_known(column_name): rows whose value no known row has --]
select * from ${relation} where ${column_name} not in (select id from ${ref("order")})
