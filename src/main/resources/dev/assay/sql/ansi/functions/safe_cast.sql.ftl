[#-- safe_cast(value, type) --]
cast(${value} as ${type})
