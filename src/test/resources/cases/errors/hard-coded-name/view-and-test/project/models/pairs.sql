[@config materialized="table" /]
select o.order_id
from ${ref("orders")} as o
join "dev"."Orders" as other on other.order_id = o.order_id
