[@config
  materialized="table"
  allow_names={"dev.stamped": "the loader stamps its rows"}
  after_publish="update ${this} set amount = 1" /]
select 2 as order_id, 50 as amount
