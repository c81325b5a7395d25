[@config materialized="external" location="out/h.csv" options={"format": "json"} /] select 1 as i
