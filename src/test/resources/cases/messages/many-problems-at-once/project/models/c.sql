select * from ${ref("a")} [#if
