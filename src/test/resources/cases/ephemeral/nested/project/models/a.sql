-- begins with a comment
with recursive mine as (select * from ${ref("e2")}), again as (select * from ${ref("e1")})
select id from mine union all select id from again
