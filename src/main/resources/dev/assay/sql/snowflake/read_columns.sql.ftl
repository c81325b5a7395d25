[#-- read_columns(named): what the columns of these tables are called and what they hold, in their order, for all of a cut at once --]
select table_schema, table_name, column_name, data_type || ' ' || coalesce(character_maximum_length, 0) || ' ' || coalesce(numeric_precision, 0) || ' ' || coalesce(numeric_scale, 0), coalesce(comment, '')
from information_schema.columns
where table_catalog = current_database() and (
[#list named as table]
  (table_schema = ${table.schema} and table_name = ${table.name})[#sep] or[/#sep]
[/#list]
)
order by table_schema, table_name, ordinal_position
