select *
from ${ref("b")}
