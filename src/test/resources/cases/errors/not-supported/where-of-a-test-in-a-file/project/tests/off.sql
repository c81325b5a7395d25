[@config where="id > 1" enabled=false /]
select * from ${ref("orders")}
