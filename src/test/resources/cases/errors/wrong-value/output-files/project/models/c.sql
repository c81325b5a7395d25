[@config materialized="external" location="out/c.parquet" format="orc" /] select 1 as i
