select
  order_date,
  count(*) as paid_orders,
  sum(amount) as revenue,
  '${var("currency")}' as currency
from ${ref("orders")}
where order_status = 'paid'
group by order_date
