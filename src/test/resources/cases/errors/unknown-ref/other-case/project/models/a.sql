select * from ${ref("Orders")}
