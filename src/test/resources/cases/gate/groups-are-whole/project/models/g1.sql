[@config publish_group="both" materialized="table" /]
select 1 as x
