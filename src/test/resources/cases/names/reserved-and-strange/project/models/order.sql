[@config materialized="table" /]
select 1 as "select", 2 as x
