[@config materialized="table" /]
select 1 as id, 99 as amount
