select * from ${ref()} join ${ref("b", "c", "d", "e")}
