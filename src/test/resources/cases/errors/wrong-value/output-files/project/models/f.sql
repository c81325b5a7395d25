[@config materialized="external" location="./out/../out/same.csv" /] select 1 as i
