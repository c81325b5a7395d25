select * from raw_orders
