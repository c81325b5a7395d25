[@config materialized="external" location="near/z.parquet" /] select 1 as i
