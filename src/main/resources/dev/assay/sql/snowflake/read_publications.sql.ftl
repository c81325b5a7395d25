[#-- read_publications(relation) --]
select generation, run_id, node_id, schema_name, relation_name, kind, "ROWS", state, proof_state, fingerprint, inputs, message, to_varchar(ts, 'YYYY-MM-DD HH24:MI:SS.FF6')
from (
  select *, row_number() over (partition by node_id, state = 'published' order by generation desc, ts desc) as place
  from ${relation}
) as newest
where place = 1
order by node_id, state
