[@config allow_names={"dev.orders": "the old rows are shown on purpose"} /]
select order_id, amount from dev.orders
