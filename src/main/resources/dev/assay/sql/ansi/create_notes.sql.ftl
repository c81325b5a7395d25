[#-- create_notes(relation): what becomes true together with the publication of the same environment, node and run --]
create table if not exists ${relation} (
  environment varchar not null,
  node_id varchar not null,
  run_id varchar not null,
  kind varchar not null,
  name varchar not null,
  value varchar not null
)
