[@config materialized="external" location="raw/x/y/c.csv" /] select 1 as i
