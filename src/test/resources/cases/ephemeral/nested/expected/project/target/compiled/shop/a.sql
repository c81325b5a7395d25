-- begins with a comment
with recursive "__cte__e1" as (
select 1 as id union all select 2
), "__cte__e2" as (
with bigger as (select id + 10 as id from "__cte__e1")
select * from bigger
), mine as (select * from "__cte__e2"), again as (select * from "__cte__e1")
select id from mine union all select id from again
