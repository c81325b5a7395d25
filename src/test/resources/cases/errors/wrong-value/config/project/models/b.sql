[@config enabled="maybe" tags=5 /]
select 1 as x
