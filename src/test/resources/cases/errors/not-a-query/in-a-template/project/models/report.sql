select order_id
[#if execute]
  , ${query("drop table " + ref("orders"))?size} as gone
[/#if]
from ${ref("orders")}
