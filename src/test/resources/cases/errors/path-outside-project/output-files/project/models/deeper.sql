[@config materialized="external" location="away/new/z.parquet" /] select 1 as i
