[#-- drop_index(index) --]
drop index ${index}
