select * from ${ref("recent")}
