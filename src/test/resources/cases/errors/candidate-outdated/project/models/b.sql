[@config materialized="table" /]
select run from ${ref("a")}
