select null as x from ${ref("a")}
