select * from ${ref("base")}
