[#-- drop_view(relation) --]
drop view ${relation}
