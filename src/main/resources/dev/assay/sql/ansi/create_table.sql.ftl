[#-- create_table(relation, columns) --]
create table ${relation} (
[#list columns as column]
  ${column.name} ${column.type}[#sep],[/#sep]
[/#list]
)
