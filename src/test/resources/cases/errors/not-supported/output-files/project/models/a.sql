[@config materialized="external" location="out/a" format="parquet" partition_by=["day"] /] select 1 as day
