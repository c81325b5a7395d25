select * from ${ref("small")} where customer_id in (select id from ${ref("large")})
