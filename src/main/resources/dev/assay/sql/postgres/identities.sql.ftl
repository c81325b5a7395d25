[#-- identities(registry_schema, registry, schemas, named, lasting): of the relations in these schemas, or of the named ones alone; lasting says whether in words that stay the same. Answers with schema, name, identity and mark. --]
[#-- A view that is made again over a new table is still itself, so its definition alone counts; the server prints it by its version and search path. Counts of rows come from the server's statistics. They are missing after a crash, and servers before 15 are late with them: then a table has no mark. A table from which others inherit shows their rows too: it has one mark, whatever they hold. A crash empties an UNLOGGED table. What `alter table` rewrites is not counted: it changes the file and
     a column's row in the catalog, after `#`; `vacuum full` changes only the file. --]
select space.nspname, relation.relname,
  case when relation.relkind in ('r', 'p', 'f') then registry.oid || '/' || relation.oid else '/' || cast(relation.relkind as text) end as identity,
  case
    when relation.relkind in ('v', 'm')
    then registry.oid || ' ' || pg_catalog.current_setting('server_version_num') || ' ' || pg_catalog.current_setting('search_path')
      || '/' || md5(pg_catalog.pg_get_viewdef(relation.oid))
    when relation.relkind = 'r' and relation.oid in (select inherits.inhparent from pg_catalog.pg_inherits as inherits)
    then registry.oid || '/inherited'
    when relation.relkind = 'r' and relation.relpersistence = 'u' and written.inserted = 0 and pg_catalog.pg_relation_size(relation.oid) = 0
    then registry.oid || '/emptied'
    when relation.relkind = 'r' and cast(pg_catalog.current_setting('server_version_num') as integer) >= 150000
      and not (written.inserted = 0 and relation.reltuples > 0)
    then registry.oid || '/' || pg_catalog.concat_ws(' ', written.inserted, written.updated, written.deleted, pg_catalog.pg_relation_size(relation.oid) = 0, relation.relnatts)
      || '#' || pg_catalog.pg_relation_filenode(relation.oid) || '#' || (
        select md5(pg_catalog.string_agg(cast(had.xmin as text), ' ' order by had.attnum))
        from pg_catalog.pg_attribute as had
        where had.attrelid = relation.oid and had.attnum > 0
      )
  end as mark
from pg_catalog.pg_namespace as space
join pg_catalog.pg_class as relation on relation.relnamespace = space.oid and relation.relkind in ('r', 'p', 'f', 'v', 'm')
join pg_catalog.pg_class as registry on registry.relname = ${registry}
  and registry.relnamespace = (select oid from pg_catalog.pg_namespace where nspname = ${registry_schema})
cross join lateral (
  select pg_catalog.pg_stat_get_tuples_inserted(relation.oid) + pg_catalog.pg_stat_get_xact_tuples_inserted(relation.oid) as inserted,
    pg_catalog.pg_stat_get_tuples_updated(relation.oid) + pg_catalog.pg_stat_get_xact_tuples_updated(relation.oid) as updated,
    pg_catalog.pg_stat_get_tuples_deleted(relation.oid) + pg_catalog.pg_stat_get_xact_tuples_deleted(relation.oid) as deleted
) as written
where space.nspname in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])[#if named?has_content]
  and (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])[/#if]
