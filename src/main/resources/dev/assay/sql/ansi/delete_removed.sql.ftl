[#-- delete_removed(relation, removed) --]
delete from ${relation}
where ${removed}
