[@config materialized="ephemeral" /]
select order_id from ${target.schema}.orders
