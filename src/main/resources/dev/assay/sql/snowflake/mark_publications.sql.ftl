[#-- mark_publications(relation, count): binds for each row node, state, proof state, rows, fingerprint, inputs, message, ts. What a cut has begun stays in its journal. --]
merge into ${relation} as publication
using (
select column1 as node_id, column2 as state, column3 as proof_state, cast(column4 as bigint) as row_count, column5 as fingerprint, column6 as inputs, column7 as message, cast(column8 as timestamp_ntz) as ts
from values
[#list 1..count as row]
  (?, ?, ?, ?, ?, ?, ?, ?)[#sep],[/#sep]
[/#list]
) as mark
on publication.node_id = mark.node_id and publication.state not in ('published', 'publishing')
when matched then update set state = mark.state, proof_state = mark.proof_state, "ROWS" = mark.row_count, fingerprint = mark.fingerprint, inputs = mark.inputs, message = mark.message, ts = mark.ts
