select 1 as "x y", 'A' as "select"
