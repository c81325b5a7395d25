[#-- listagg(value, separator, order) --]
string_agg(${value}, ${separator} order by ${order})
