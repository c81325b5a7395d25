select order_id, amount
from dev.orders -- by hand
