[@config materialized="external" location="out/../out/b.csv" /] select 1 as i
