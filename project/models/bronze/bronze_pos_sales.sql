select sale_id, store_code, sku, quantity, unit_price, sold_at, cashier, is_void, _ingested_at
from ${ref("pos_sales")}
