[#-- suspect_publications(relation, count): binds each node. The version that readers see now did not pass a test. --]
update ${relation}
set proof_state = 'suspect'
where state = 'published' and (node_id, generation) in (
  select node_id, max(generation) from ${relation}
  where node_id in ([#list 1..count as node]?[#sep], [/#sep][/#list])
  group by node_id
)
