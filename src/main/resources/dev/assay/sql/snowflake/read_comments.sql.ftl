[#-- read_comments(schemas): what stands beside each table, the mark of its generation among it; how big it is, and how it was made --]
select table_schema, table_name, coalesce(comment, ''), coalesce(bytes, 0), is_transient || ' ' || coalesce(clustering_key, '')
from information_schema.tables
where table_catalog = current_database() and table_type <> 'VIEW' and table_schema in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])
