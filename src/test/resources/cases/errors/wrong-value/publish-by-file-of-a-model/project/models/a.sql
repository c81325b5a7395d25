[@config publish_by="file" /] select 1 as i
