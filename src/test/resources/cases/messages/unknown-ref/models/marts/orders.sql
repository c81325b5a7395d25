select
  o.order_id,
  o.customer_id,
  o.amount,
  o.amount / 100 as euros

from ${ref("stg_order")} as o
