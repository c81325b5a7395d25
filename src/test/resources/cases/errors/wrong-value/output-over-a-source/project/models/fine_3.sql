[@config materialized="external" location="data/more/p1.parquet" /] select 1 as i
