select ${ref("orders")?length} as n from ${ref("orders")}
