with on_hand as (
  select
    sku,
    location_code,
    sum(quantity) as on_hand,
    max(happened_at) as last_movement_at
  from ${ref("stock_ledger")}
  group by sku, location_code
),

sold as (
  select
    sku,
    location_code,
    sum(quantity) as sold_quantity,
    count(distinct business_date) as selling_days
  from ${ref("sales")}
  group by sku, location_code
)

select
  on_hand.sku,
  products.product_name,
  on_hand.location_code,
  locations.location_name,
  on_hand.on_hand,
  coalesce(sold.sold_quantity, 0) as sold_quantity,
  case
    when sold.sold_quantity > 0
      then cast(cast(on_hand.on_hand * sold.selling_days as double precision) / sold.sold_quantity as decimal(18, 1))
  end as days_of_cover,
  on_hand.last_movement_at
from on_hand
inner join ${ref("products")} as products
  on products.sku = on_hand.sku
inner join ${ref("locations")} as locations
  on locations.location_code = on_hand.location_code
left join sold
  on sold.sku = on_hand.sku
  and sold.location_code = on_hand.location_code
