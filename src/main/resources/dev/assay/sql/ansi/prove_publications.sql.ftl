[#-- prove_publications(relation, count): binds for each row environment, node, run, proof state, tests due and passed, inputs. Of the versions that readers see now. --]
update ${relation} as publication
set proof_state = given.proof_state, inputs = given.inputs,
  tests_due = coalesce(given.tests_due, publication.tests_due),
  tests_passed = coalesce(given.tests_passed, publication.tests_passed)
from (values
[#list 1..count as row]
  (cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as bigint), cast(? as bigint), cast(? as varchar))[#sep],[/#sep]
[/#list]
) as given (environment, node_id, run_id, proof_state, tests_due, tests_passed, inputs)
where publication.environment = given.environment and publication.node_id = given.node_id and publication.run_id = given.run_id
  and publication.state = 'published'
