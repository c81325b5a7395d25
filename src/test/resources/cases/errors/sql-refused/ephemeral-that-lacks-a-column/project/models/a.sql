with b as (select * from ${ref("base")})
select id, nmae from b
