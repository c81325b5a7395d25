[#-- create_secret(name, fields) --]
create or replace secret ${name} (
[#list fields as field]
  ${field.name} ${field.value}[#sep],[/#sep]
[/#list]
)
