[@config materialized="external" location="data/k.csv" /] select 1 as i
