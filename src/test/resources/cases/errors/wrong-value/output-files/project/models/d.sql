[@config materialized="external" location="out/d.csv" options={"delim": [";"]} /] select 1 as i
