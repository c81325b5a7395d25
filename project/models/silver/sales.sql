with newest as (
  [@rows.newest relation=ref("bronze_pos_sales") key="sale_id" arrived="_ingested_at" /]
)

select
  newest.sale_id,
  newest.store_code as location_code,
  ${sku.canonical("newest.sku")} as sku,
  cast(newest.quantity as integer) as quantity,
  coalesce(cast(newest.unit_price as decimal(18, 2)), products.list_price) as unit_price,
  newest.unit_price is null as is_price_from_list,
  ${moments.utc("newest.sold_at")} as sold_at_utc,
  cast(substr(cast(newest.sold_at as varchar), 1, 10) as date) as business_date,
  newest.cashier,
  cast(newest._ingested_at as timestamp) as _ingested_at
from newest
left join ${ref("products")} as products
  on products.sku = ${sku.canonical("newest.sku")}
where not cast(newest.is_void as boolean)
