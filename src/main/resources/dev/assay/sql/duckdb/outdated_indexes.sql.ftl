[#-- outdated_indexes(pairs): indexes of published tables that name a column which the candidate lacks --]
with pair (published_schema, published_name, candidate_schema, candidate_name) as (
  values
[#list pairs as pair]
    (${pair.published_schema}, ${pair.published_name}, ${pair.candidate_schema}, ${pair.candidate_name})[#sep],[/#sep]
[/#list]
)
select distinct index.schema_name, index.index_name
from pair
join duckdb_indexes() as index
  on index.database_name = current_database()
  and lower(index.schema_name) = lower(pair.published_schema) and lower(index.table_name) = lower(pair.published_name)
join duckdb_columns() as old
  on old.table_oid = index.table_oid and old.database_name = current_database()
  and regexp_matches(lower(index.expressions::varchar), '(^|\W)' || regexp_escape(lower(old.column_name)) || '(\W|$)')
where not exists (
  select 1 from duckdb_columns() as fresh
  where fresh.database_name = current_database()
    and lower(fresh.schema_name) = lower(pair.candidate_schema) and lower(fresh.table_name) = lower(pair.candidate_name)
    and lower(fresh.column_name) = lower(old.column_name)
)
