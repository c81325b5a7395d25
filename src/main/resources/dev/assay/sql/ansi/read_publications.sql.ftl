[#-- read_publications(relation) --]
select generation, run_id, node_id, schema_name, relation_name, kind, rows, state, proof_state, fingerprint, inputs, message, cast(ts as varchar)
from (
  select *, row_number() over (partition by node_id, relation, state = 'published' order by generation desc, ts desc) as place
  from ${relation}
  where state <> 'dropped'
) as newest
where place = 1
order by node_id, state
