select
  location_code,
  trim(name) as location_name,
  kind as location_kind,
  utc_offset
from ${ref("bronze_erp_locations")}
