[@config materialized="external" location="../up.parquet" /] select 1 as i
