[#-- dateadd(part, count, value) --]
dateadd(${part}, ${count}, ${value})
