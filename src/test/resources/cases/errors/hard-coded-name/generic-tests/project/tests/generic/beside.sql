[#-- test beside(column_name) --]
select * from ${relation} join ${relation.schema}.payments using (${column_name})
where ${column_name} not in (select order_id from ${relation.schema}.orders)
