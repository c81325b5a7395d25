[@config materialized="view" /]
select amount from ${ref("amounts")}
