[@config materialized="table" tags=["mart"] /]
select order_id, ${money.euros("amount")} as amount
from ${ref("stg_orders")}
