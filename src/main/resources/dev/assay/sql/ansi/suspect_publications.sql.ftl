[#-- suspect_publications(relation, count): binds environment, then each node. The version that readers see now did not pass a test. --]
update ${relation} as publication
set proof_state = 'suspect'
where environment = ? and state = 'published' and node_id in ([#list 1..count as node]?[#sep], [/#sep][/#list])
  and generation = (
    select max(newest.generation) from ${relation} as newest
    where newest.environment = publication.environment and newest.node_id = publication.node_id
  )
