[#-- test known(column_name) --]
select * from ${relation}
where ${column_name} not in (select order_id from ${target.schema}.orders)
