select * from ${ref("orders")} where customer_id not in (select id from ${ref("customers")})
