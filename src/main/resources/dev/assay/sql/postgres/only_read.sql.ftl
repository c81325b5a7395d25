[#-- only_read() --]
set transaction read only
