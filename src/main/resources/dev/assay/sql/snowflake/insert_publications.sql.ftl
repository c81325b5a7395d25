[#-- insert_publications(relation, count): binds for each row run, node, relation, schema, name, candidate, kind, position, fingerprint, inputs, ts --]
insert into ${relation} (run_id, node_id, relation, schema_name, relation_name, candidate, kind, position, state, proof_state, fingerprint, inputs, message, ts)
select column1, column2, column3, column4, column5, column6, column7, column8, 'prepared', 'unproven', column9, column10, '', cast(column11 as timestamp_ntz)
from values
[#list 1..count as row]
  (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)[#sep],[/#sep]
[/#list]
