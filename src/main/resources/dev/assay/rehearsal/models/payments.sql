select payment_id, ${money.rounded("amount")} as amount, status
from ${ref("raw_payments")}
where amount >= ${var("smallest")}
