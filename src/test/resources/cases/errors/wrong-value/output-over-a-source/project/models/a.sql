[@config materialized="external" location="data/p9.parquet" /] select 1 as i
