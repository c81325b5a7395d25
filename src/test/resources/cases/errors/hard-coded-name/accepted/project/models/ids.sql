[@config materialized="table" /]
select order_id from dev.orders
