select customer_id, name, country, signed_up_on
from ${ref("shop_customers")}
