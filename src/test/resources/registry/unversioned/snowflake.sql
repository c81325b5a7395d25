create table "{shared}"."ENVIRONMENTS" (
  name varchar not null,
  schemas varchar not null,
  target varchar not null,
  owner_ref varchar,
  state varchar not null,
  created_ts timestamp_ntz not null,
  last_used_ts timestamp_ntz not null,
  expires_ts timestamp_ntz
);
insert into "{shared}"."ENVIRONMENTS" (name, schemas, target, state, created_ts, last_used_ts)
select 'dev', 'dev,dev_mart,{quality}', 'dev', 'active', cast('2026-11-01 10:00:00' as timestamp_ntz), cast('2026-11-01 10:00:00' as timestamp_ntz);
insert into "{shared}"."ENVIRONMENTS" (name, schemas, target, state, created_ts, last_used_ts)
select 'prod', 'prod,{quality}', 'prod', 'active', cast('2026-11-01 10:00:00' as timestamp_ntz), cast('2026-11-01 10:00:00' as timestamp_ntz);
create table "{quality}"."PUBLICATIONS" (
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
  ts timestamp_ntz not null
);
insert into "{quality}"."PUBLICATIONS" (generation, run_id, node_id, relation, schema_name, relation_name, candidate, kind, position, "ROWS", state, proof_state, fingerprint, inputs, message, ts)
select 7, 'run-1', 'model.shop.orders', 'dev.orders', 'dev', 'orders', 'dev.orders__assay_candidate', 'table', 0, 3, 'published', 'proven', 'print-1', 'seed.shop.raw=run-0', '', cast('2026-11-01 10:00:01.5' as timestamp_ntz);
insert into "{quality}"."PUBLICATIONS" (generation, run_id, node_id, relation, schema_name, relation_name, candidate, kind, position, "ROWS", state, proof_state, fingerprint, inputs, message, ts)
select null, 'run-2', 'model.shop.sums', 'dev_mart.sums', 'dev_mart', 'sums', 'dev_mart.sums__assay_candidate', 'table', 1, 2, 'held', 'unproven', 'print-2', '', 'unique_sums_id', cast('2026-11-01 10:00:02' as timestamp_ntz);
insert into "{quality}"."PUBLICATIONS" (generation, run_id, node_id, relation, schema_name, relation_name, candidate, kind, position, "ROWS", state, proof_state, fingerprint, inputs, message, ts)
select 9, 'run-3', 'model.shop.orders', 'prod.orders', 'prod', 'orders', 'prod.orders__assay_candidate', 'table', 0, 4, 'published', 'proven', 'print-3', '', '', cast('2026-11-01 10:00:03' as timestamp_ntz);
insert into "{quality}"."PUBLICATIONS" (generation, run_id, node_id, relation, schema_name, relation_name, candidate, kind, position, "ROWS", state, proof_state, fingerprint, inputs, message, ts)
select 2, 'run-4', 'model.shop.old', 'gone.old', 'gone', 'old', 'gone.old__assay_candidate', 'table', 0, 4, 'published', 'proven', 'print-4', '', '', cast('2026-11-01 10:00:04' as timestamp_ntz)
