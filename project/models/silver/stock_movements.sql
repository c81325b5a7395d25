with newest as (
  [@rows.newest relation=ref("bronze_wms_movements") key="movement_id" arrived="_ingested_at" /]
)

select
  movement_id,
  location_code,
  ${sku.canonical("sku")} as sku,
  kind as movement_kind,
  cast(quantity as integer) as quantity,
  cast(moved_at as timestamp) as moved_at_utc,
  cast(moved_at as date) as business_date,
  cast(_ingested_at as timestamp) as _ingested_at
from newest
