select z + 1 as y from ${ref("a")}
