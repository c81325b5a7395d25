select sum(amount) as s from ${source("lake","payments")}
