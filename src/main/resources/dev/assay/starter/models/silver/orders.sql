select
  order_id,
  customer_id,
  cast(ordered_at as timestamp) as ordered_at,
  cast(ordered_at as date) as order_date,
  status as order_status,
  ${money.from_cents("amount_cents")} as amount
from ${ref("bronze_orders")}
