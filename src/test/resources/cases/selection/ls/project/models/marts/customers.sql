select o.* from ${ref("orders")} as o join ${ref("stg_events")} as e on true
