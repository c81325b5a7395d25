[#-- listagg(value, separator, order) --]
listagg(${value}, ${separator}) within group (order by ${order})
