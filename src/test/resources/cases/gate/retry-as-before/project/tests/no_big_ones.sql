select * from ${ref("orders")} where n > 1
