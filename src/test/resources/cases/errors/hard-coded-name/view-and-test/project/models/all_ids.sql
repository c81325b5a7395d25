select order_id from ${ref("ids")}
