[@config materialized="view" /]
select id, amount from ${ref("orders_seen")} where amount > 15
