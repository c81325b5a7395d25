[@config materialized="table" /]
select ${ref("orders")?length ?c} as n from ${ref("orders")}
