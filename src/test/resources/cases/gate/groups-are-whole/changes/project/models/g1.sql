[@config publish_group="both" materialized="table" /]
select 2 as x
