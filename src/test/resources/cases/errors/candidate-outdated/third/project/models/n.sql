select id, run from ${ref("a")}
