select a.x from ${ref("a")} as a left join ${ref("b")} as b using (x) where b.x is null
