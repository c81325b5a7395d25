[@config materialized="table" /]
select sum(amount) as total from ${ref("outer_amounts")}
