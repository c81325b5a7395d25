with paid as (
  select customer_id, count(*) as paid_orders, sum(amount) as revenue, max(order_date) as last_order_date
  from ${ref("orders")}
  where order_status = 'paid'
  group by customer_id
)

select
  customers.customer_id,
  customers.customer_name,
  customers.country,
  coalesce(paid.paid_orders, 0) as paid_orders,
  coalesce(paid.revenue, 0) as revenue,
  paid.last_order_date
from ${ref("customers")} as customers
left join paid
  on paid.customer_id = customers.customer_id
