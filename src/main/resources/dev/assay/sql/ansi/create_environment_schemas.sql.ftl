[#-- create_environment_schemas(relation): the schemas of each environment; made: assay created the schema, so that assay may drop it --]
create table if not exists ${relation} (
  environment varchar not null,
  schema_name varchar not null,
  purpose varchar not null,
  made boolean not null
)
