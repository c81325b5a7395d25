select * from ${ref("b")}
