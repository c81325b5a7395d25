select
  ${sku.canonical("sku")} as sku,
  trim(name) as product_name,
  category,
  unit,
  cast(list_price as decimal(18, 2)) as list_price
from ${ref("bronze_erp_products")}
