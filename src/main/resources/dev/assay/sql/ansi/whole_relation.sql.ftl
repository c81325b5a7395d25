[#-- whole_relation(relation): all that was kept --]
select * from ${relation}
