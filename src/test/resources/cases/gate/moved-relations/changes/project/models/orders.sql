[@config alias="new_name" materialized="table" /]
select 1 as x
