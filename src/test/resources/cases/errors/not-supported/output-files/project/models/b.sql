[@config materialized="external" location="out/b.parquet" options={"PER_THREAD_OUTPUT": true} /] select 1 as i
