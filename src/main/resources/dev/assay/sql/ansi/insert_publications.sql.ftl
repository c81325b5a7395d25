[#-- insert_publications(relation, count): binds for each row environment, project, run, epoch, node, relation, schema, name, candidate, kind, position, since when the node is held, ts --]
insert into ${relation} (environment, project, run_id, epoch, node_id, relation, schema_name, relation_name, candidate, kind, position, state, proof_state, fingerprint, inputs, message, held_since, ts)
values
[#list 1..count as row]
  (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'prepared', 'unproven', '', '', '', cast(? as timestamp), cast(? as timestamp))[#sep],[/#sep]
[/#list]
