[@config materialized="table" /]
select 1 as order_id, 100 as amount
