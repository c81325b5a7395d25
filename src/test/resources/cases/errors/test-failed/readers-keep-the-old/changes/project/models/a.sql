[@config materialized="table" /]
select null as x
