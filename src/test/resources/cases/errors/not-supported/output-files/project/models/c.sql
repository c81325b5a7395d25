[@config materialized="external" location="out/c.csv" delimiter=";" /] select 1 as i
