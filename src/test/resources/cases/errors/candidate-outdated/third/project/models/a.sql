[@config materialized="table" /]
select 3 as run, 1 as id union all select 3, 1
