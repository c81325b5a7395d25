[#-- prove_publications(relation, count): binds for each row environment, node, run, proof state, tests due and passed, inputs. Of the versions that readers see now. --]
merge into ${relation} as publication
using (
select column1 as environment, column2 as node_id, column3 as run_id, column4 as proof_state, cast(column5 as bigint) as tests_due, cast(column6 as bigint) as tests_passed, column7 as inputs
from values
[#list 1..count as row]
  (?, ?, ?, ?, ?, ?, ?)[#sep],[/#sep]
[/#list]
) as given
on publication.environment = given.environment and publication.node_id = given.node_id and publication.run_id = given.run_id and publication.state = 'published'
when matched then update set proof_state = given.proof_state, inputs = given.inputs, tests_due = coalesce(given.tests_due, publication.tests_due), tests_passed = coalesce(given.tests_passed, publication.tests_passed)
