[@config materialized="ephemeral" /]
select * from ${ref("customers")} where id > 7
