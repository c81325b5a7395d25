[#-- mark_publications(relation, count): binds for each row environment, node, state, proof state, rows, fingerprint, inputs, digests of the text and the definition, tests due and passed, message, ts. What is not known stays as it was. --]
[#-- Every bound value stands in the list: engines do not agree on which of two clauses is numbered first. --]
update ${relation} as publication
set state = given.state, proof_state = given.proof_state, rows = given.rows, fingerprint = given.fingerprint, inputs = given.inputs,
  text_digest = coalesce(given.text_digest, publication.text_digest),
  definition_digest = coalesce(given.definition_digest, publication.definition_digest),
  tests_due = coalesce(given.tests_due, publication.tests_due),
  tests_passed = coalesce(given.tests_passed, publication.tests_passed),
  message = given.message, ts = given.ts
from (values
[#list 1..count as row]
  (cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as bigint), cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as bigint), cast(? as bigint), cast(? as varchar), cast(? as timestamp))[#sep],[/#sep]
[/#list]
) as given (environment, node_id, state, proof_state, rows, fingerprint, inputs, text_digest, definition_digest, tests_due, tests_passed, message, ts)
where publication.environment = given.environment and publication.node_id = given.node_id
  and publication.state not in ('published', 'dropped')
