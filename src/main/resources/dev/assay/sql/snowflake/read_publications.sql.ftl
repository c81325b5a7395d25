[#-- read_publications(relation, versioned): binds the environment where versioned; before that, rows name none --]
select generation, run_id, node_id, schema_name, relation_name, kind, "ROWS", state, proof_state, fingerprint, inputs, message,
  [#if versioned]project, epoch, text_digest, definition_digest, tests_due, tests_passed, identity, mark, to_varchar(held_since, 'YYYY-MM-DD HH24:MI:SS.FF6') as held_since, [/#if]to_varchar(ts, 'YYYY-MM-DD HH24:MI:SS.FF6') as since
from (
  select *, row_number() over (partition by node_id, relation, state = 'published' order by generation desc, ts desc) as place
  from ${relation}
  where state <> 'dropped'[#if versioned] and environment = ?[/#if]
) as newest
where place = 1
order by node_id, state
