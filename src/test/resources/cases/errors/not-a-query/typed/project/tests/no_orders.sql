delete from ${ref("orders")}
