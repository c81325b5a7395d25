[#-- read_comments(schemas): what stands beside each table, the mark of its generation among it --]
select table_schema, table_name, coalesce(comment, '')
from information_schema.tables
where table_catalog = current_database() and table_type <> 'VIEW' and table_schema in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])
