-- Products that would last longer than a month at the pace so far.
select sku, product_name, location_name, on_hand, days_of_cover
from ${ref("inventory_position")}
where days_of_cover > 30
order by days_of_cover desc
