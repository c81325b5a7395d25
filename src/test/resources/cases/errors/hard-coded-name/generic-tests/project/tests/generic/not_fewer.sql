[#-- test not_fewer(column_name) --]
select 1 as less where (select count(*) from ${relation}) < (select count(*) from ${published("orders")})
