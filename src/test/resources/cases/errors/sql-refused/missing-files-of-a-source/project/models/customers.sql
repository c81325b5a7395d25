select * from ${source("files", "customers")} as c
