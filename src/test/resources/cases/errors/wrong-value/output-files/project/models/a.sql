[@config materialized="external" /] select 1 as i
