[#-- identities(registry_schema, registry, schemas, named, lasting): of the relations in these schemas, or of the named ones alone; lasting says whether in words that stay the same. Answers with schema, name, identity and mark. --]
[#-- A table is known by the moment of its creation, which it keeps when it is swapped. The moment of its last change is no mark: grants and the service's own work change it, too. Automatic clustering rewrites a table, so that only its number of rows counts there. --]
select found.table_schema, found.table_name,
  case found.table_type when 'BASE TABLE' then to_varchar(convert_timezone('UTC', registry.created), 'YYYY-MM-DD HH24:MI:SS.FF6') || '/' || to_varchar(convert_timezone('UTC', found.created), 'YYYY-MM-DD HH24:MI:SS.FF6') else '/' || found.table_type end as identity,
  case found.table_type
    when 'BASE TABLE' then to_varchar(convert_timezone('UTC', registry.created), 'YYYY-MM-DD HH24:MI:SS.FF6') || '/' || cast(found.row_count as varchar) || case when found.clustering_key is null then ' ' || cast(found.bytes as varchar) else '' end
    when 'VIEW' then '/' || md5(definition.view_definition)
  end as mark
from information_schema.tables as found
join information_schema.tables as registry
  on registry.table_catalog = current_database() and registry.table_schema = ${registry_schema} and registry.table_name = ${registry}
left join information_schema.views as definition
  on definition.table_catalog = current_database() and definition.table_schema = found.table_schema and definition.table_name = found.table_name
where found.table_catalog = current_database() and found.table_schema in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])[#if named?has_content]
  and (found.table_schema, found.table_name) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])[/#if]
