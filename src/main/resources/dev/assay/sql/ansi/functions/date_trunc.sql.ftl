[#-- date_trunc(part, value) --]
date_trunc('${part}', ${value})
