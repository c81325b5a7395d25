[#-- safe_cast(value, type) --]
try_cast(${value} as ${type})
