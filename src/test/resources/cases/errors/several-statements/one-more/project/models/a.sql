select 1 as x; drop table b
