[@config materialized="table" after_publish="insert into ${this} values (1, null)" /]
select 1 as order_id, 100 as amount
