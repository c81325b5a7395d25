[#-- overwrite_table(relation, candidate): all rows go and come in one step of a transaction; the table stays itself --]
insert overwrite into ${relation} select * from ${candidate}
