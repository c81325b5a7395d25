-- what is paid back stands in refunds
select id, amount
from ${ref("orders")}
where amount < 0
