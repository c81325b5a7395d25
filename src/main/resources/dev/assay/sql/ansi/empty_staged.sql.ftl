[#-- empty_staged(relation): in a transaction --]
delete from ${relation}
