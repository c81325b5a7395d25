select "select" from ${ref("order")}
