select *
from ${ref("a")}
where y < 0
