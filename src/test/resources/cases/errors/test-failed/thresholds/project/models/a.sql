select case when n > 3 then n end as x from range(10) as r(n)
