select * from ${ref("c")}
