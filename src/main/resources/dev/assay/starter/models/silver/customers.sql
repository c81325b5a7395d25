select
  customer_id,
  trim(name) as customer_name,
  upper(country) as country,
  cast(signed_up_on as date) as signed_up_on
from ${ref("bronze_customers")}
