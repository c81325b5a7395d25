[@config database="other" materialized="table" /]
select 1 as i
