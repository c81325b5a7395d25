[@config materialized="table" post_hook="delete from ${this} where amount < 0" /]
select 1 as order_id, 100 as amount
