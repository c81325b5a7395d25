[#-- read_intents(relation): the journal of a cut that was begun and not ended --]
select generation, node_id, schema_name, relation_name, way, way_text
from ${relation}
where state = 'publishing'
order by position
