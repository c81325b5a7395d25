select count(*) as n from ${ref("e2")} as e join ${ref("e1")} as f on true
