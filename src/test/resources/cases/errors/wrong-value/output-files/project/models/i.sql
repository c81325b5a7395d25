[@config materialized="external" location="shop.duckdb" format="parquet" /] select 1 as i
