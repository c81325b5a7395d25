[@config materialized="ephemeral" /]
select * from ${ref("amounts")}
