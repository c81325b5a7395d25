select order_id, cast(amount as decimal(18, 2)) as amount
from "dev"."stg_orders"
