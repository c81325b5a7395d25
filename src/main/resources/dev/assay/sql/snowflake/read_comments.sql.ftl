[#-- read_comments(schemas): the comment on each relation, with the mark of a table's generation; how big it is, and how it was made --]
select table_schema, table_name, coalesce(comment, ''), coalesce(bytes, 0), coalesce(is_transient, '') || ' ' || coalesce(clustering_key, '')
from information_schema.tables
where table_catalog = current_database() and table_schema in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])
