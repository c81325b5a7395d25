[@config materialized="view" /]
select id, amount * 2 as price from ${ref("orders_seen")}
