[@config allow_names={"dev.orders": ""} /]
select order_id, amount from dev.orders
