select movement_id, location_code, sku, kind, quantity, moved_at, _ingested_at
from ${ref("wms_movements")}
