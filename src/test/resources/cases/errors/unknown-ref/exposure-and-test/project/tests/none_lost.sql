select * from ${ref("oders")} where false
