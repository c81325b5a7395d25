[@config materialized="table" publish_by="overwrite" /] select 1 as i
