-- needs ${ref("orders")}
[@config
  materialized="table"
  pre_hook="insert into ${ref('orders')} values (1, null)"
  post_hook="delete from ${this} where order_id < 0"
  after_publish=["grant select on ${this} to public", "create index if not exists i on ${this} (order_id)"] /]
select 2 as order_id, 50 as amount
