[#-- identities(registry_schema, registry, wanted, wanted_tables): for each of them number, schema, name, relation, path (the relation as a text), kind; wanted_tables are those of them that are tables. Answers with number, identity, mark, and whether the mark stays as it is when nobody changes anything. --]
[#-- A table is known by its columns: the engine numbers tables anew whenever a file is opened. Its mark is where its rows lie in the file, and how many there are; rows that are not in the file yet get another place when they are. --]
with wanted (number, schema_name, name, kind) as (
  values[#list wanted as one] (${one.number}, ${one.schema}, ${one.name}, ${one.kind})[#sep],[/#sep][/#list]
),
shapes as (
  select lower(schema_name) as schema_name, lower(table_name) as name, md5(string_agg(column_name || ' ' || data_type, ', ' order by column_index)) as shape
  from duckdb_columns()
  where database_name = current_database()
  group by all
),
definitions as (
  select lower(schema_name) as schema_name, lower(view_name) as name, md5(sql) as digest
  from duckdb_views()
  where database_name = current_database() and not internal
)[#if wanted_tables?has_content],
segments as (
[#list wanted_tables as one]
  select ${one.number} as number, row_group_id, column_path, segment_id, block_id, block_offset, "count", stats, persistent, has_updates from pragma_storage_info(${one.path})[#sep] union all[/#sep]
[/#list]
),
places as (
  select number, md5(string_agg(concat_ws(' ', row_group_id, column_path, segment_id, block_id, block_offset, "count", stats, persistent, has_updates), ', ' order by row_group_id, column_path, segment_id)) as digest,
    bool_and(persistent) and not bool_or(has_updates) as is_complete
  from segments
  group by number
),
counts as (
[#list wanted_tables as one]
  select ${one.number} as number, count(*) as rows from ${one.relation}[#sep] union all[/#sep]
[/#list]
)[/#if]
select wanted.number,
  '/' || wanted.kind || case wanted.kind when 'table' then ' ' || shapes.shape else '' end as identity,
  case wanted.kind
    when 'view' then version() || '/' || definitions.digest
[#if wanted_tables?has_content]
    else version() || '/' || concat_ws(' ', counts.rows, places.digest)
[/#if]
  end as mark,
[#if wanted_tables?has_content]
  coalesce(places.is_complete, true) as mark_lasts
[#else]
  true as mark_lasts
[/#if]
from wanted
left join shapes on shapes.schema_name = lower(wanted.schema_name) and shapes.name = lower(wanted.name)
left join definitions on definitions.schema_name = lower(wanted.schema_name) and definitions.name = lower(wanted.name)
[#if wanted_tables?has_content]
left join places on places.number = wanted.number
left join counts on counts.number = wanted.number
[/#if]
