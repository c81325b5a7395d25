[#-- insert_environment_schemas(relation, count): binds for each row environment, schema, purpose, whether assay creates it --]
insert into ${relation} (environment, schema_name, purpose, made)
select column1, column2, column3, cast(column4 as boolean)
from values
[#list 1..count as row]
  (?, ?, ?, ?)[#sep],[/#sep]
[/#list]
