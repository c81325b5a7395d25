select *
from ${ref("b"
