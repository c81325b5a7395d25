[@config materialized="table" tags=["mart"] /]
select order_id, amount
from ${ref("raw_orders")}
