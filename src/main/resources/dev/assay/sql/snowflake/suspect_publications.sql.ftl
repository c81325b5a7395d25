[#-- suspect_publications(relation, count): binds environment, then each node. The version that readers see now did not pass a test. --]
update ${relation}
set proof_state = 'suspect'
where state = 'published' and (environment, node_id, generation) in (
  select environment, node_id, max(generation) from ${relation}
  where environment = ? and node_id in ([#list 1..count as node]?[#sep], [/#sep][/#list])
  group by environment, node_id
)
