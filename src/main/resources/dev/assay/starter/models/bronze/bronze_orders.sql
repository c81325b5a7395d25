select order_id, customer_id, ordered_at, status, amount_cents
from ${ref("shop_orders")}
