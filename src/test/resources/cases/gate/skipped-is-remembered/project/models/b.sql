[@config materialized="table" /]
select x from ${ref("a")}
