select
  business_date,
  location_code,
  count(*) as sale_lines,
  sum(quantity) as units,
  cast(sum(quantity * unit_price) as decimal(18, 2)) as revenue
from ${ref("sales")}
group by business_date, location_code
