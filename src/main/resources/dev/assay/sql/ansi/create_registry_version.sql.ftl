[#-- create_registry_version(relation): one row says which version the tables beside it have, and which assay made it so --]
create table if not exists ${relation} (
  version bigint not null,
  written_by varchar not null
)
