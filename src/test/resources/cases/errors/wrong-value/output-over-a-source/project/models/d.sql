[@config materialized="external" location="raw/d.csv" /] select 1 as i
