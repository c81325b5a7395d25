[@config materialized="ephemeral" /]
select * from (values (1), (${var("lowest", -1)})) v(amount)
