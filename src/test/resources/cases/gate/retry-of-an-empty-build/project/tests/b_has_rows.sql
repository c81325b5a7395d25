select 1 as n where (select count(*) from ${ref("b")}) = 0
