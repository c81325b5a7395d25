[#-- read_notes(relation, publications): binds environment. Current is the newest of a name whose node and run are published. --]
select node_id, kind, name, value
from (
  select note.node_id, note.run_id, note.kind, note.name, note.value,
    row_number() over (partition by note.node_id, note.kind, note.name order by publication.generation desc) as place
  from ${relation} as note
  join ${publications} as publication
    on publication.environment = note.environment and publication.node_id = note.node_id and publication.run_id = note.run_id
  where note.environment = ? and publication.state = 'published'
) as known
where place = 1
order by node_id, kind, name
