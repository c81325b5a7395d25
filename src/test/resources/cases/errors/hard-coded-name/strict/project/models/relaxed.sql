[@config materialized="table" gate="before" /]
select * from legacy.orders
