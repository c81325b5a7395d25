select * from ${ref("a")}
