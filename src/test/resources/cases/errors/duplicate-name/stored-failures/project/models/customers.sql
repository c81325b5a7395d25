[@config schema="ext" /]
select 1 as id
