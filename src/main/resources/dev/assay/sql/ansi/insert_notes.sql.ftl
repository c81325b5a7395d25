[#-- insert_notes(relation, count): binds for each row environment, node, run, kind, name, value --]
insert into ${relation} (environment, node_id, run_id, kind, name, value)
values
[#list 1..count as row]
  (?, ?, ?, ?, ?, ?)[#sep],[/#sep]
[/#list]
