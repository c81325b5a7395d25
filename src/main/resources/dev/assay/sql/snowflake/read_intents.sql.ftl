[#-- read_intents(relation), binds the environment: the journal of a cut that was begun and not ended --]
select generation, node_id, schema_name, relation_name, way, way_text, run_id
from ${relation}
where environment = ? and state = 'publishing'
order by position
