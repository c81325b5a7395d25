select * from ${ref("two words")}
