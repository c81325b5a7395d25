[#-- mark_publications(relation, count): binds for each row environment, node, state, proof state, rows, fingerprint, inputs, digests of the text and the definition, tests due and passed, message, ts. What is not known stays as it was, and so does what a cut has begun. --]
merge into ${relation} as publication
using (
select column1 as environment, column2 as node_id, column3 as state, column4 as proof_state, cast(column5 as bigint) as row_count, column6 as fingerprint, column7 as inputs, column8 as text_digest, column9 as definition_digest, cast(column10 as bigint) as tests_due, cast(column11 as bigint) as tests_passed, column12 as message, cast(column13 as timestamp_ntz) as ts
from values
[#list 1..count as row]
  (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)[#sep],[/#sep]
[/#list]
) as given
on publication.environment = given.environment and publication.node_id = given.node_id and publication.state not in ('published', 'publishing', 'dropped')
when matched then update set state = given.state, proof_state = given.proof_state, "ROWS" = given.row_count, fingerprint = given.fingerprint, inputs = given.inputs, text_digest = coalesce(given.text_digest, publication.text_digest), definition_digest = coalesce(given.definition_digest, publication.definition_digest), tests_due = coalesce(given.tests_due, publication.tests_due), tests_passed = coalesce(given.tests_passed, publication.tests_passed), message = given.message, ts = given.ts
