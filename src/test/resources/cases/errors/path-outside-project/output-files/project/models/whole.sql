[@config materialized="external" location="/data/whole.parquet" /] select 1 as i
