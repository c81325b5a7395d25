select sku, name, category, unit, list_price
from ${ref("erp_products")}
