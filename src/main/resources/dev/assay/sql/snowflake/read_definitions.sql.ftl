[#-- read_definitions(schemas): the words of each view, to be said again if a cut has to be undone --]
select table_schema, table_name, view_definition
from information_schema.views
where table_catalog = current_database() and table_schema in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])
