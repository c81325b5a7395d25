[#-- insert_publications(relation, count): binds for each row environment, project, run, epoch, node, relation, schema, name, candidate, kind, position, since when the node is held, ts --]
insert into ${relation} (environment, project, run_id, epoch, node_id, relation, schema_name, relation_name, candidate, kind, position, state, proof_state, fingerprint, inputs, message, held_since, ts)
select column1, column2, column3, column4, column5, column6, column7, column8, column9, column10, column11, 'prepared', 'unproven', '', '', '', cast(column12 as timestamp_ntz), cast(column13 as timestamp_ntz)
from values
[#list 1..count as row]
  (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)[#sep],[/#sep]
[/#list]
