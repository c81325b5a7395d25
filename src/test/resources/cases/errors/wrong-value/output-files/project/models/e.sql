[@config materialized="external" location="out/same.csv" /] select 1 as i
