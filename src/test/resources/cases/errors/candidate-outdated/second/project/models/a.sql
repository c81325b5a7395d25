[@config materialized="table" /]
select 2 as run, 1 as id union all select 2, 1
