[@config materialized="external" location="near/p9.parquet" /] select 1 as i
