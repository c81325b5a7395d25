[#-- hash(values...): a text of 32 letters that differs where any value differs, null and empty included --]
md5([#list values as value]coalesce(length(cast(${value} as varchar)) || ':' || cast(${value} as varchar), '-')[#sep] || [/#sep][/#list])
