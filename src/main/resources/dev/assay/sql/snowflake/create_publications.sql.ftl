[#-- create_publications(relation): rows is a reserved word here --]
create table ${relation} (
  generation bigint,
  run_id varchar not null,
  node_id varchar not null,
  relation varchar not null,
  schema_name varchar not null,
  relation_name varchar not null,
  candidate varchar not null,
  previous varchar,
  kind varchar not null,
  position bigint not null,
  "ROWS" bigint,
  checksum varchar,
  last_altered timestamp_ntz,
  state varchar not null,
  proof_state varchar not null,
  fingerprint varchar not null,
  inputs varchar not null,
  message varchar not null,
  way varchar,
  way_text varchar,
  ts timestamp_ntz not null
)
