[#-- missing_rights(): binds what kind of thing was refused, its name, whether its owner is wanted, and the statement: who we are, and whom to ask for what --]
with asked (kind, name, owned, text) as (
  select ?::text, ?::text, ?::boolean, ?::text
),
place (oid, nspname, nspowner, quoted) as (
  select oid, nspname, nspowner, '"' || pg_catalog.replace(nspname::text, '"', '""') || '"'
  from pg_catalog.pg_namespace
),
registry (oid) as (
  select relnamespace from pg_catalog.pg_class where relname = 'registry_version' and relkind = 'r'
),
thing as (
  select asked.owned, pg_catalog.format('database %I', datname) as words, datdba as owner, 'create' as rights,
    null::text as target
  from asked
  join pg_catalog.pg_database on datname = asked.name
  where asked.kind = 'database'
  union all
  select asked.owned, pg_catalog.format('schema %I', nspname), nspowner, pg_catalog.concat_ws(', ',
    case when not pg_catalog.has_schema_privilege(place.oid, 'usage') then 'usage' end,
    case when not pg_catalog.has_schema_privilege(place.oid, 'create') and (
      pg_catalog.has_schema_privilege(place.oid, 'usage')
      or asked.text ilike 'create %' and pg_catalog.strpos(pg_catalog.left(asked.text, 30 + pg_catalog.length(quoted)), quoted || '.') > 0
    ) then 'create' end), null
  from asked
  join place on place.nspname = asked.name
  where asked.kind = 'schema'
  union all
  select false, pg_catalog.format('tables of the registry in schema %I', nspname), nspowner, 'select, insert, update, delete',
    pg_catalog.format('all tables in schema %I', nspname)
  from asked
  join place on place.nspname = asked.name and place.oid in (select oid from registry)
  where asked.kind = 'schema' and not exists (
    select from pg_catalog.pg_class as granted
    where granted.relnamespace = place.oid and granted.relname = 'registry_version'
      and pg_catalog.has_table_privilege(granted.oid, 'insert')
  )
  union all
  select asked.owned,
    case relation.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end
      || pg_catalog.format(' %I.%I', place.nspname, relation.relname),
    relation.relowner,
    case
      when asked.owned then 'owner'
      when relation.relkind = 'S' then case when pg_catalog.has_sequence_privilege(relation.oid, 'usage') then '' else 'usage' end
      when place.oid in (select oid from registry) then case when lacking.rights is null then '' else 'select, insert, update, delete' end
      else coalesce(lacking.rights, '')
    end,
    case when place.oid in (select oid from registry) then pg_catalog.format('all tables in schema %I', place.nspname) end
  from asked
  join pg_catalog.pg_class as relation on relation.relname = asked.name and relation.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
  join place on place.oid = relation.relnamespace
  cross join lateral (
    select place.quoted || '."' || pg_catalog.replace(relation.relname::text, '"', '""') || '"' as quoted
  ) as name
  cross join lateral (
    select pg_catalog.string_agg(wanted.privilege, ', ' order by wanted.number) as rights
    from pg_catalog.unnest(case
        when place.oid in (select oid from registry) or asked.text ~* '^(insert|update|delete|merge) '
          and pg_catalog.strpos(pg_catalog.left(asked.text, 20 + pg_catalog.length(name.quoted)), name.quoted) > 0
          then array['select', 'insert', 'update', 'delete']
        else array['select']
      end) with ordinality as wanted (privilege, number)
    where relation.relkind <> 'S' and not pg_catalog.has_table_privilege(relation.oid, wanted.privilege)
  ) as lacking
  where asked.kind not in ('database', 'schema') and (
    pg_catalog.strpos(asked.text, name.quoted) > 0
    or pg_catalog.strpos(asked.text, pg_catalog.format('%I.%I', place.nspname, relation.relname)) > 0
    or pg_catalog.pg_table_is_visible(relation.oid)
  )
)
select session_user, current_user, words, pg_catalog.pg_get_userbyid(owner) as owner,
  case
    when owned then pg_catalog.format('grant %I to %I', pg_catalog.pg_get_userbyid(owner), current_user)
    else pg_catalog.format('grant %s on %s to %I', rights,
      coalesce(target, pg_catalog.regexp_replace(words, '^(materialized )?view ', '')), current_user)
  end as remedy
from thing
where rights <> '' and not (owned and pg_catalog.pg_has_role(owner, 'usage'))
order by words
