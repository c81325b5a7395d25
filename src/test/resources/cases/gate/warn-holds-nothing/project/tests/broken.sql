[@config severity="warn" /]
select * from ${ref("orders")} where nothing = 1
