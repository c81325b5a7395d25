select * from ${source("own", "orders")}
