select 10 as x
