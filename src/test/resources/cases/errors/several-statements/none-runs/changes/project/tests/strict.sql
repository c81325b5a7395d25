select * from ${ref("payments")} where id = 2; drop table dev.payments
