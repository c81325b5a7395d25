select * from ${source("shoop", "orders")}
