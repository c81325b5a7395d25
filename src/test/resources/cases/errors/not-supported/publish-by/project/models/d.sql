[@config materialized="table" publish_by="swap" /] select 1 as i
