[@config alias="b__assay_retired" /]
select 1 as x
