[@config materialized="table" /]
select 1 as id, 'open' as state
union all
select 2, 'paid'
