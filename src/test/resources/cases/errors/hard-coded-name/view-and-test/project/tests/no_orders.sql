with dev as (select 1 as orders) select d.orders from dev as d, dev.orders where false
