[@config schema="aside" /]
select 1 as x
