select location_code, name, kind, utc_offset
from ${ref("erp_locations")}
