[@config materialized="table" allow_names={"dev.loads": "each run adds its row"} /]
select current_timestamp as loaded_at
