[#-- create_environments(relation) --]
create table if not exists ${relation} (
  name varchar not null,
  target varchar not null,
  epoch bigint,
  owner_ref varchar,
  state varchar not null,
  created_ts timestamp_ntz not null,
  last_used_ts timestamp_ntz not null,
  expires_ts timestamp_ntz
)
