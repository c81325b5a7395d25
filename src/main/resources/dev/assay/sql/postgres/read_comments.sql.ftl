[#-- read_comments(schemas): the comment on each relation in these schemas. Answers with schema, name and comment. --]
select space.nspname, relation.relname, coalesce(pg_catalog.obj_description(relation.oid, 'pg_class'), '')
from pg_catalog.pg_namespace as space
join pg_catalog.pg_class as relation on relation.relnamespace = space.oid and relation.relkind in ('r', 'p', 'f', 'v', 'm')
where space.nspname in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])
