[@config materialized="ephemeral" /]
select * from ${ref("inner_amounts")}
