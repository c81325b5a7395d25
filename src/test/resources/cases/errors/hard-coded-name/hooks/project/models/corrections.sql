[@config
  materialized="table"
  pre_hook="create or replace temp table before_this as select * from dev.orders"
  post_hook="insert into ${target.schema}.orders select * from ${this}"
  after_publish=["grant select on dev.orders to public", {"sql": "delete from dev.orders where order_id = 9"}] /]
select 2 as order_id, 50 as amount
