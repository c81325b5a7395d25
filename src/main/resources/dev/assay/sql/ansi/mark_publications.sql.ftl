[#-- mark_publications(relation, count): binds for each row node, state, proof state, rows, fingerprint, inputs, message, ts --]
[#-- Every bound value stands in the list: engines do not agree on which of two clauses is numbered first. --]
update ${relation} as publication
set state = mark.state, proof_state = mark.proof_state, rows = mark.rows, fingerprint = mark.fingerprint,
  inputs = mark.inputs, message = mark.message, ts = mark.ts
from (values
[#list 1..count as row]
  (cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as bigint), cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as timestamp))[#sep],[/#sep]
[/#list]
) as mark (node_id, state, proof_state, rows, fingerprint, inputs, message, ts)
where publication.node_id = mark.node_id and publication.state <> 'published'
