select *
from ${ref("b)}
