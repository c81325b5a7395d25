[@config materialized="external" location="away/z.parquet" /] select 1 as i
