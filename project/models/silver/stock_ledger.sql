with entries as (
  select
    movement_id as entry_id,
    'stock_movements' as _source_table,
    location_code,
    sku,
    quantity,
    moved_at_utc as happened_at,
    business_date
  from ${ref("stock_movements")}
  union all
  select
    sale_id as entry_id,
    'sales' as _source_table,
    location_code,
    sku,
    -quantity as quantity,
    sold_at_utc as happened_at,
    business_date
  from ${ref("sales")}
)

select
  entry_id,
  _source_table,
  location_code,
  sku,
  quantity,
  happened_at,
  business_date,
  sum(quantity) over (
    partition by location_code, sku
    order by happened_at, case when quantity > 0 then 0 else 1 end, entry_id
    rows between unbounded preceding and current row
  ) as balance
from entries
