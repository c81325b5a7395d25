[@config materialized="external" location="days/2026-00.json" /] select 1 as i
