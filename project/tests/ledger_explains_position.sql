-- The position on hand has to be the last balance of the ledger, product by product and place by place.
with last_balance as (
  select sku, location_code, sum(quantity) as balance
  from ${ref("stock_ledger")}
  group by sku, location_code
)

select position.sku, position.location_code, position.on_hand, last_balance.balance
from ${ref("inventory_position")} as position
inner join last_balance
  on last_balance.sku = position.sku
  and last_balance.location_code = position.location_code
where position.on_hand <> last_balance.balance
