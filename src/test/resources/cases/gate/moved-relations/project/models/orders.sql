[@config alias="old_name" materialized="table" /]
select 1 as x
