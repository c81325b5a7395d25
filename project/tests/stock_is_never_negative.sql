-- A balance below zero means that something was sold which nobody had received: an oversold event.
select sku, location_code, happened_at, balance
from ${ref("stock_ledger")}
where balance < 0
