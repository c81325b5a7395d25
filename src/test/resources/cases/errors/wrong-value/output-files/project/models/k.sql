[@config materialized="external" location="target/run_results.json" /] select 1 as i
