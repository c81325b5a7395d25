select sum(amount) as value from ${ref("orders")}
