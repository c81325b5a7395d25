${warn("region is not set, taking north")}
select 1 as x
