select
  business_date,
  location_code,
  sku,
  sum(case when _source_table = 'stock_movements' and quantity > 0 then quantity else 0 end) as received,
  sum(case when _source_table = 'sales' then -quantity else 0 end) as sold,
  sum(case when _source_table = 'stock_movements' and quantity < 0 then quantity else 0 end) as adjusted,
  sum(quantity) as net_change
from ${ref("stock_ledger")}
group by business_date, location_code, sku
