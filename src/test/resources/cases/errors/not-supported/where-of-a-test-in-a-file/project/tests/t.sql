[@config where="id > 1" /]
select * from ${ref("orders")}
