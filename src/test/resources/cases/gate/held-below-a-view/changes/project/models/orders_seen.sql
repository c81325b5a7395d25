[@config materialized="view" /]
select id, amount, discount from ${ref("orders")}
