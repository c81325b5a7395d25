[@config publish_by="difference" /] select 1 as i
