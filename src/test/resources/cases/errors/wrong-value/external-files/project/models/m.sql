select * from ${source("lake","a")} join ${source("lake","b")} using (i) join ${source("lake","c")} using (i)
