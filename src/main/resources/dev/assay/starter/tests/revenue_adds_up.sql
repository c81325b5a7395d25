-- What customers have paid is what came in by day, to the cent. A row that this query gives back is a failure.
with by_day as (
  select sum(revenue) as revenue
  from ${ref("revenue_daily")}
),

by_customer as (
  select sum(revenue) as revenue
  from ${ref("customer_value")}
)

select by_day.revenue as by_day, by_customer.revenue as by_customer
from by_day
cross join by_customer
where by_day.revenue <> by_customer.revenue
