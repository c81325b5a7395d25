[@config materialized="ephemeral" /]
with bigger as (select id + 10 as id from ${ref("e1")})
select * from bigger
