[@config materialized="table" /]
select ${var("g", 0)} as n
