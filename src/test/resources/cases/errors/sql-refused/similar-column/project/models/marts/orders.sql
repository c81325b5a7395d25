select
  order_id,
  [@money.cents col="amount" /] as amount, custmer_id
from ${ref("stg_orders")}
