[@config materialized="table" /]
select 1 as v, pg_sleep(5)::text as slept
