select * from ${ref("b")} join ${ref("nowhere")} join ${source("raw", "events")}
