select * from ${ref("select")}
