[@config materialized="external" location="days/2026-03.json" /] select 1 as i
