[@config materialized="table" /]
select 1 as x from ${ref("a")} union all select 1
