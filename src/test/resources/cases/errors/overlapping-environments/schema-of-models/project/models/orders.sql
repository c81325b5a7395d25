[@config schema="mart" /]
select 1 as x
