[#-- carried_properties(pairs): what others put on a published relation and its candidate does not have, with the statement that
     puts it there. The settings win: a candidate's own index, constraint, option or comment of the same name stays.
     A step of `candidate` can run before readers are kept off, one of `published` runs after the swap; `lost` are the objects
     of columns that do not exist any more, `invalid` are indexes that the server does not use. --]
with pair (nspname, relname, candidate_space, candidate_name, target_space, target_name, comments, column_comments, own_row_security) as (
  values
[#list pairs as pair]
    (${pair.published_schema}, ${pair.published_name}, ${pair.candidate_schema}, ${pair.candidate_name}, ${pair.target_schema}, ${pair.target_name}, ${pair.comments?c}, ${pair.column_comments?c}, ${pair.own_row_security?c})[#sep],[/#sep]
[/#list]
),
relation as (
  select pair.*, had.oid as had, had.relkind, had.relowner, had.relpersistence, had.reltablespace, had.reloptions, had.relreplident,
    had.reltoastrelid, new.oid as new, new.relkind as new_kind, new.relowner as new_owner, new.relpersistence as new_persistence,
    new.reltablespace as new_tablespace, new.reloptions as new_options, new.relreplident as new_replident,
    pg_catalog.format('%I.%I', pair.nspname, pair.relname) as published,
    pg_catalog.format('%I.%I', pair.target_space, pair.target_name) as target,
    case had.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end as word
  from pair
  join pg_catalog.pg_class as had
    on had.oid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', pair.nspname, pair.relname))
  join pg_catalog.pg_class as new
    on new.oid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', pair.candidate_space, pair.candidate_name))
),
swapped as (
  select * from relation where relkind in ('r', 'm') and new_kind = relkind
),
[#-- A view that is replaced by a definition without options loses its own; one that is made anew loses the rest as well. --]
same_kind as (
  select * from relation where relkind in ('r', 'm', 'v') and new_kind = relkind
),
gone (root, class, object) as (
  select distinct swapped.had, depend.classid, depend.objid
  from swapped
  join pg_catalog.pg_attribute as had on had.attrelid = swapped.had and had.attnum > 0
  join pg_catalog.pg_depend as depend
    on depend.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and depend.refobjid = had.attrelid
    and depend.refobjsubid = had.attnum
  where not exists (
    select from pg_catalog.pg_attribute as candidate
    where candidate.attrelid = swapped.new and candidate.attname = had.attname and not candidate.attisdropped
  )
),
index as (
  select swapped.*, index.oid as index, index.relname as name, indexed.indisunique, indexed.indisclustered, indexed.indisreplident,
    bound.oid as bound, bound.contype,
    coalesce(pg_catalog.obj_description(index.oid, 'pg_class'), '') as comment,
    pg_catalog.format('%I.%I', swapped.target_space, index.relname) as target_index,
    pg_catalog.concat('; ' || (
        select pg_catalog.format('alter index %I.%I set tablespace %I', swapped.target_space, index.relname, space.spcname)
        from pg_catalog.pg_tablespace as space
        where space.oid = index.reltablespace
      ),
      '; ' || (
        select pg_catalog.string_agg(pg_catalog.format('alter index %I.%I alter column %s set statistics %s',
          swapped.target_space, index.relname, part.attnum, part.attstattarget), '; ' order by part.attnum)
        from pg_catalog.pg_attribute as part
        where part.attrelid = index.oid and part.attstattarget >= 0
      )
    ) as more,
    coalesce((
      select pg_catalog.string_agg(pg_catalog.format('%I = %L',
        pg_catalog.split_part(option, '=', 1), pg_catalog.substr(option, pg_catalog.strpos(option, '=') + 1)), ', ')
      from pg_catalog.unnest(index.reloptions) as option
    ), '') as options,
    exists (
      select from gone
      where gone.root = swapped.had and (gone.class, gone.object) in (
        ('pg_catalog.pg_class'::pg_catalog.regclass, index.oid), ('pg_catalog.pg_constraint'::pg_catalog.regclass, bound.oid))
    ) as lost,
    exists (
      select from pg_catalog.pg_index as same
      join pg_catalog.pg_class as named on named.oid = same.indexrelid
      where same.indrelid = swapped.new and named.relname = index.relname
    ) as known
  from swapped
  join pg_catalog.pg_index as indexed on indexed.indrelid = swapped.had and indexed.indisvalid
  join pg_catalog.pg_class as index on index.oid = indexed.indexrelid
  left join pg_catalog.pg_constraint as bound
    on bound.conindid = index.oid and bound.conrelid = swapped.had and bound.contype in ('p', 'u', 'x')
),
made_index as (
  select *, pg_catalog.pg_get_indexdef(index.index) as definition,
    pg_catalog.format('CREATE %sINDEX %I ON %s', case when indisunique then 'UNIQUE ' end, name, published) as start
  from index
  where comment not like 'assay%' and not known
    and coalesce(pg_catalog.obj_description(bound, 'pg_constraint'), '') not like 'assay%'
    and not (coalesce(contype, '') = 'p' and exists (
      select from pg_catalog.pg_constraint as key
      where key.conrelid = new and key.contype = 'p'
    ))
),
made_check as (
  select swapped.*, bound.oid as bound, bound.conname,
    exists (
      select from gone
      where gone.root = swapped.had and gone.class = 'pg_catalog.pg_constraint'::pg_catalog.regclass and gone.object = bound.oid
    ) as lost
  from swapped
  join pg_catalog.pg_constraint as bound on bound.conrelid = swapped.had and bound.contype = 'c'
  where coalesce(pg_catalog.obj_description(bound.oid, 'pg_constraint'), '') not like 'assay%'
    and not exists (
      select from pg_catalog.pg_constraint as same
      where same.conrelid = swapped.new and same.conname = bound.conname
    )
),
made_statistics as (
  select swapped.*, statistics.*, pg_catalog.format('%I.%I', space.nspname, statistics.stxname) as name,
    space.nspname as statistics_space,
    pg_catalog.format('%I.%I', swapped.target_space, 'assay_' || statistics.oid) as temporary_name,
    pg_catalog.pg_get_statisticsobjdef(statistics.oid) as definition,
    exists (
      select from gone
      where gone.root = swapped.had and gone.class = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass
        and gone.object = statistics.oid
    ) as lost,
    exists (
      select from pg_catalog.pg_statistic_ext as same
      where same.stxrelid = swapped.new and same.stxname = 'assay_' || statistics.oid
    ) as known
  from swapped
  join pg_catalog.pg_statistic_ext as statistics on statistics.stxrelid = swapped.had
  join pg_catalog.pg_namespace as space on space.oid = statistics.stxnamespace
),
shared_column as (
  select same_kind.*, had.attnum, had.attname, had.attstorage, had.attcompression, had.attoptions, had.attnotnull,
    coalesce(had.attstattarget, -1) as target_rows,
    candidate.attnum as new_attnum, candidate.attstorage as new_storage, candidate.attcompression as new_compression,
    candidate.attoptions as new_attoptions, candidate.attnotnull as new_notnull, candidate.atthasdef as new_default,
    coalesce(candidate.attstattarget, -1) as new_target_rows, type.typstorage,
    case when had.attgenerated = '' then pg_catalog.pg_get_expr(preset.adbin, preset.adrelid) end as preset
  from same_kind
  join pg_catalog.pg_attribute as had on had.attrelid = same_kind.had and had.attnum > 0 and not had.attisdropped
  join pg_catalog.pg_attribute as candidate
    on candidate.attrelid = same_kind.new and candidate.attname = had.attname and not candidate.attisdropped
  join pg_catalog.pg_type as type on type.oid = candidate.atttypid
  left join pg_catalog.pg_attrdef as preset on preset.adrelid = same_kind.had and preset.adnum = had.attnum
),
option as (
  select same_kind.nspname, same_kind.relname, same_kind.target, same_kind.word, option, number, '' as prefix,
    same_kind.new_options as there
  from same_kind
  cross join lateral pg_catalog.unnest(same_kind.reloptions) with ordinality as kept (option, number)
  union all
  select swapped.nspname, swapped.relname, swapped.target, swapped.word, option, number, 'toast.', toast.reloptions
  from swapped
  join pg_catalog.pg_class as had on had.oid = swapped.reltoastrelid
  join pg_catalog.pg_class as new on new.oid = swapped.new
  left join pg_catalog.pg_class as toast on toast.oid = new.reltoastrelid
  cross join lateral pg_catalog.unnest(had.reloptions) with ordinality as kept (option, number)
),
step (nspname, relname, moment, place, words, text) as (
  select nspname, relname, 'candidate', 1, 'UNLOGGED', pg_catalog.format('alter table %s set unlogged', target)
  from swapped
  where relpersistence = 'u' and new_persistence = 'p'
  union all
  select nspname, relname, 'candidate', 2, 'tablespace', pg_catalog.format('alter %s %s set tablespace %I', word, target, space.spcname)
  from swapped
  join pg_catalog.pg_tablespace as space on space.oid = case
    when reltablespace <> 0 then reltablespace
    else (select dattablespace from pg_catalog.pg_database where datname = pg_catalog.current_database())
  end
  where reltablespace <> new_tablespace
  union all
  [#-- A table with row security of its own is not swapped, so what the published one has is none. --]
  select swapped.nspname, swapped.relname, 'candidate', 2, 'state of row security',
    pg_catalog.format('alter table %s disable row level security, no force row level security', target) || coalesce('; ' || (
      select pg_catalog.string_agg(pg_catalog.format('drop policy %I on %s', policy.polname, target), '; ' order by policy.polname)
      from pg_catalog.pg_policy as policy
      where policy.polrelid = swapped.new
    ), '')
  from swapped
  join pg_catalog.pg_class as published on published.oid = swapped.had and not published.relrowsecurity
  join pg_catalog.pg_class as candidate on candidate.oid = swapped.new
  where swapped.relkind = 'r' and not own_row_security
    and not exists (select from pg_catalog.pg_policy as policy where policy.polrelid = swapped.had)
    and (candidate.relrowsecurity or candidate.relforcerowsecurity
      or exists (select from pg_catalog.pg_policy as policy where policy.polrelid = swapped.new))
  union all
  select nspname, relname, 'candidate', 3,
    case word when 'view' then 'options ' else 'storage options ' end || pg_catalog.string_agg(prefix || pg_catalog.split_part(option, '=', 1), ', ' order by prefix, number),
    pg_catalog.format('alter %s %s set (%s)', word, target,
      pg_catalog.string_agg(pg_catalog.format('%s%I = %L', prefix, pg_catalog.split_part(option, '=', 1),
        pg_catalog.substr(option, pg_catalog.strpos(option, '=') + 1)), ', ' order by prefix, number))
  from option
  where not exists (
    select from pg_catalog.unnest(there) as same
    where pg_catalog.split_part(same, '=', 1) = pg_catalog.split_part(option, '=', 1)
  )
  group by nspname, relname, target, word
  union all
  select nspname, relname, 'candidate', 4, 'default of column ' || attname,
    pg_catalog.format('alter %s %s alter column %I set default %s', word, target, attname, preset)
  from shared_column
  where preset is not null and not new_default
  union all
  select nspname, relname, 'candidate', 4, 'NOT NULL of column ' || attname || ' in the replica identity',
    pg_catalog.format('alter table %s alter column %I set not null', target, attname)
  from shared_column
  where attnotnull and not new_notnull and exists (
    select from pg_catalog.pg_index as identity
    where identity.indrelid = had and identity.indisreplident and attnum = any (identity.indkey)
  )
  union all
  select nspname, relname, 'candidate', 5, 'settings of column ' || attname, 'alter table ' || target || ' ' || pg_catalog.concat_ws(', ',
    case when target_rows >= 0 and new_target_rows < 0 then pg_catalog.format('alter column %I set statistics %s', attname, target_rows) end,
    case when attstorage <> new_storage and new_storage = typstorage then pg_catalog.format('alter column %I set storage %s', attname,
      case attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end) end,
    case when attcompression <> new_compression and new_compression = '' then pg_catalog.format('alter column %I set compression %s', attname,
      case attcompression when 'p' then 'pglz' else 'lz4' end) end,
    case when attoptions is not null and new_attoptions is null then pg_catalog.format('alter column %I set (%s)', attname,
      pg_catalog.array_to_string(attoptions, ', ')) end)
  from shared_column
  where word <> 'view' and (target_rows >= 0 and new_target_rows < 0 or attstorage <> new_storage and new_storage = typstorage
    or attcompression <> new_compression and new_compression = '' or attoptions is not null and new_attoptions is null)
  union all
  select nspname, relname, case when lost then 'lost' else 'candidate' end, 6, 'index ' || name,
    pg_catalog.concat('create ', case when indisunique then 'unique ' end, 'index ', pg_catalog.quote_ident(name), ' on ', target,
      pg_catalog.substr(definition, pg_catalog.length(start) + 1), more,
      case when comment <> '' then pg_catalog.format('; comment on index %s is %L', target_index, comment) end)
  from made_index
  where bound is null
  union all
  select swapped.nspname, swapped.relname, 'invalid', 6, 'index ' || index.relname, ''
  from swapped
  join pg_catalog.pg_index as indexed on indexed.indrelid = swapped.had and not indexed.indisvalid
  join pg_catalog.pg_class as index on index.oid = indexed.indexrelid
  union all
  select nspname, relname, case when lost then 'lost' else 'candidate' end, 7, 'constraint ' || name,
    pg_catalog.concat(
      pg_catalog.format('alter table %s add constraint %I %s', target, name, pg_catalog.pg_get_constraintdef(bound)),
      case when options <> '' then pg_catalog.format('; alter index %s set (%s)', target_index, options) end, more,
      case when comment <> '' then pg_catalog.format('; comment on index %s is %L', target_index, comment) end,
      '; ' || pg_catalog.format('comment on constraint %I on %s is %L', name, target, pg_catalog.obj_description(bound, 'pg_constraint')))
  from made_index
  where bound is not null
  union all
  select nspname, relname, case when lost then 'lost' else 'candidate' end, 8, 'constraint ' || conname,
    pg_catalog.concat(
      pg_catalog.format('alter table %s add constraint %I %s', target, conname, pg_catalog.pg_get_constraintdef(bound)),
      case when pg_catalog.obj_description(bound, 'pg_constraint') is not null then pg_catalog.format(
        '; comment on constraint %I on %s is %L', conname, target, pg_catalog.obj_description(bound, 'pg_constraint')) end)
  from made_check
  union all
  select nspname, relname, 'candidate', 9, 'CLUSTER on index ' || name, pg_catalog.format('alter table %s cluster on %I', target, name)
  from index
  where indisclustered and not lost and (known or index in (select index from made_index)) and not exists (
    select from pg_catalog.pg_index as clustered
    where clustered.indrelid = new and clustered.indisclustered
  )
  union all
  select nspname, relname, 'candidate', 9, 'replica identity by index ' || name,
    pg_catalog.format('alter table %s replica identity using index %I', target, name)
  from index
  where relreplident = 'i' and new_replident = 'd' and indisreplident and not lost
    and (known or index in (select index from made_index))
  union all
  select nspname, relname, 'candidate', 9, 'replica identity',
    pg_catalog.format('alter table %s replica identity %s', target, case relreplident when 'f' then 'full' else 'nothing' end)
  from swapped
  where relreplident in ('f', 'n') and new_replident = 'd'
  union all
  select nspname, relname, 'candidate', 10, 'comment',
    pg_catalog.format('comment on %s %s is %L', word, target, pg_catalog.obj_description(had, 'pg_class'))
  from same_kind
  where comments and pg_catalog.obj_description(had, 'pg_class') is not null and pg_catalog.obj_description(new, 'pg_class') is null
  union all
  select nspname, relname, 'candidate', 10, 'comment on column ' || attname,
    pg_catalog.format('comment on column %s.%I is %L', target, attname, pg_catalog.col_description(had, attnum))
  from shared_column
  where column_comments and pg_catalog.col_description(had, attnum) is not null
    and pg_catalog.col_description(new, new_attnum) is null
  union all
  select nspname, relname, case when lost then 'lost' else 'candidate' end, 11, 'statistics object ' || name,
    pg_catalog.format('create statistics %s%s from %s', temporary_name,
      pg_catalog.substr(definition, pg_catalog.length('CREATE STATISTICS ' || name) + 1,
        pg_catalog.length(definition) - pg_catalog.length('CREATE STATISTICS ' || name || ' FROM ' || published)),
      target)
  from made_statistics
  where not known
  union all
  select distinct nspname, relname, 'candidate', 12, 'statistics', 'analyze ' || target
  from (
    select nspname, relname, target from made_statistics where not lost and not known
    union all
    select nspname, relname, target
    from shared_column
    where target_rows >= 0 and new_target_rows < 0
    union all
    select nspname, relname, target
    from made_index
    join pg_catalog.pg_index as expressed on expressed.indexrelid = made_index.index and expressed.indexprs is not null
    where not lost
  ) as changed
  union all
  select nspname, relname, 'published', 13, 'statistics object ' || name,
    pg_catalog.concat(
      pg_catalog.format('drop statistics %s; alter statistics %s set schema %I; alter statistics %I.%I rename to %I', name, temporary_name,
        statistics_space, statistics_space, 'assay_' || made_statistics.oid, stxname),
      case when coalesce(stxstattarget, -1) >= 0 then pg_catalog.format('; alter statistics %s set statistics %s', name, stxstattarget) end,
      '; ' || pg_catalog.format('comment on statistics %s is %L', name,
        pg_catalog.obj_description(made_statistics.oid, 'pg_statistic_ext')),
      case when stxowner <> new_owner
        then pg_catalog.format('; alter statistics %s owner to %I', name, pg_catalog.pg_get_userbyid(stxowner)) end)
  from made_statistics
  where not lost
  union all
  select nspname, relname, 'published', 14, 'owner',
    pg_catalog.format('alter %s %s owner to %I', word, published, pg_catalog.pg_get_userbyid(relowner))
  from relation
  where relowner <> new_owner
)
select nspname, relname, moment, words, text
from step
order by nspname, relname, place, words
