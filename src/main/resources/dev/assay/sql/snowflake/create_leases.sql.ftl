[#-- create_leases(relation): who builds in which environment, and when he was heard of last --]
create table if not exists ${relation} (
  environment varchar not null,
  relation varchar,
  run_id varchar not null,
  holder varchar not null,
  machine varchar not null,
  heartbeat_ts timestamp_ntz not null
)
