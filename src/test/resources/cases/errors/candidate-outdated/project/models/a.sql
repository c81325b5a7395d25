[@config materialized="table" /]
select 1 as run, 1 as id
