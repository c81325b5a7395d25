[#-- type_date() --]
date
