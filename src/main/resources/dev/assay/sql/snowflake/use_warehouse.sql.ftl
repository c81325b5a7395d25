[#-- use_warehouse(name) --]
use warehouse ${name}
