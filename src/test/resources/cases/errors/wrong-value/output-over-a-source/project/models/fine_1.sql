[@config materialized="external" location="data/q.parquet" /] select 1 as i
