[@config
  materialized="table"
  post_hook="update dev.orders set amount = 1"
  allow_names={"dev.orders": "the amounts are secret"} /]
select 2 as order_id, 50 as amount
