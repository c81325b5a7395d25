[@config materialized="table" /]
select cast(null as integer) as x
