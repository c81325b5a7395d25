[#-- insert_environment_schemas(relation, count): binds for each row environment, schema, purpose, whether assay creates it --]
insert into ${relation} (environment, schema_name, purpose, made)
values
[#list 1..count as row]
  (?, ?, ?, cast(? as boolean))[#sep],[/#sep]
[/#list]
