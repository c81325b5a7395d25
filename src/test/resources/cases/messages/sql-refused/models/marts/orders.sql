[@config materialized="table" /]
select
  -- the shop keeps cents
  [@money.cents col="amount" /] as amount, custmer_id
from ${ref("stg_orders")}
