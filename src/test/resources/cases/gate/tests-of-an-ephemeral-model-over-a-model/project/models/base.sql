[@config materialized="table" /]
select ${var("lowest", 1)} as amount
