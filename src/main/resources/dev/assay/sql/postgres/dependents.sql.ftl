[#-- dependents(named): what depends on these relations, directly or through views, and what a swap would take from them.
     What we do not know counts as well: only the objects that a swap carries along are left out. --]
with recursive named (nspname, relname) as (
  values
[#list named as name]
    (${name.schema}, ${name.name})[#sep],[/#sep]
[/#list]
),
moved as (
  select relation.*, space.nspname, type.typarray,
    pg_catalog.pg_get_userbyid(relation.relowner) as owner
  from named
  join pg_catalog.pg_namespace as space on space.nspname = named.nspname
  join pg_catalog.pg_class as relation on relation.relnamespace = space.oid and relation.relname = named.relname
  left join pg_catalog.pg_type as type on type.oid = relation.reltype
  where relation.relkind in ('r', 'p', 'v', 'm')
),
handle (oid, class, object) as (
  select oid, 'pg_catalog.pg_class'::pg_catalog.regclass::oid, oid from moved
  union all
  select oid, 'pg_catalog.pg_type'::pg_catalog.regclass, reltype from moved
  union all
  select oid, 'pg_catalog.pg_type'::pg_catalog.regclass, typarray from moved
),
owned_sequence as (
  select moved.oid as root, sequence.oid, sequence.relname
  from moved
  join pg_catalog.pg_depend as depend
    on depend.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and depend.refobjid = moved.oid
    and depend.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and depend.deptype in ('a', 'i')
  join pg_catalog.pg_class as sequence on sequence.oid = depend.objid and sequence.relkind = 'S'
),
own (root, class, object) as (
  select oid, class, object from handle
  union all
  select moved.oid, 'pg_catalog.pg_class'::pg_catalog.regclass, indexed.indexrelid
  from moved
  join pg_catalog.pg_index as indexed on indexed.indrelid = moved.oid
  union all
  select moved.oid, 'pg_catalog.pg_constraint'::pg_catalog.regclass, own_constraint.oid
  from moved
  join pg_catalog.pg_constraint as own_constraint on own_constraint.conrelid = moved.oid
  union all
  select root, 'pg_catalog.pg_class'::pg_catalog.regclass, oid from owned_sequence
),
[#-- No index leads to the keys of others: they are read once, not once for each relation. --]
reference as materialized (
  select touching.*
  from pg_catalog.pg_constraint as touching
  where touching.contype = 'f' and touching.conparentid = 0
    and (touching.conrelid in (select oid from moved) or touching.confrelid in (select oid from moved))
),
standing as (
  select handle.oid as root, rewritten.ev_class as dependent, 1 as depth
  from handle
  join pg_catalog.pg_depend as depend
    on depend.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
    and depend.refclassid = handle.class and depend.refobjid = handle.object
  join pg_catalog.pg_rewrite as rewritten on rewritten.oid = depend.objid
  where rewritten.ev_class <> handle.oid
  union
  select standing.root, rewritten.ev_class, standing.depth + 1
  from standing
  join pg_catalog.pg_depend as depend
    on depend.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
    and depend.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and depend.refobjid = standing.dependent
  join pg_catalog.pg_rewrite as rewritten on rewritten.oid = depend.objid
  where rewritten.ev_class <> standing.dependent
),
other as (
  select distinct own.root, depend.classid, depend.objid, depend.objsubid
  from own
  join pg_catalog.pg_depend as depend on depend.refclassid = own.class and depend.refobjid = own.object
  left join pg_catalog.pg_class as relation
    on depend.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and relation.oid = depend.objid
  where depend.classid not in (
    'pg_catalog.pg_rewrite'::pg_catalog.regclass, 'pg_catalog.pg_trigger'::pg_catalog.regclass,
    'pg_catalog.pg_publication_rel'::pg_catalog.regclass
  )
  and coalesce(relation.relkind, '') <> 't' and not coalesce(relation.relispartition, false)
  [#-- Not as `not exists`: the server expects few rows here, and would compare all with all. --]
  and (own.root, depend.classid, depend.objid) not in (select root, class, object from own where object is not null)
  and not exists (
    select from pg_catalog.pg_attrdef as preset
    where depend.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass and preset.oid = depend.objid and preset.adrelid = own.root
  )
  and not exists (
    select from pg_catalog.pg_constraint as reference
    where depend.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass and reference.oid = depend.objid
      and reference.confrelid = own.root
  )
  and not exists (
    select from pg_catalog.pg_policy as policy
    where depend.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass and policy.oid = depend.objid and policy.polrelid = own.root
  )
  and not exists (
    select from pg_catalog.pg_statistic_ext as statistics
    where depend.classid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass and statistics.oid = depend.objid
      and statistics.stxrelid = own.root
  )
)
select moved.nspname, moved.relname, space.nspname, relation.relname,
  case relation.relkind when 'v' then case relation.relpersistence when 't' then 'temporary view' else 'view' end
    when 'm' then 'materialized view' else 'rule of' end as kind,
  min(standing.depth) = 1 as direct, max(standing.depth) as depth,
  pg_catalog.pg_get_userbyid(relation.relowner) as owner,
  pg_catalog.pg_has_role(relation.relowner, 'member') and relation.relpersistence <> 't' as may,
  case relation.relkind when 'v' then pg_catalog.pg_get_viewdef(relation.oid) end as definition,
  coalesce(pg_catalog.array_to_string(relation.reloptions, ', '), '') as options,
  [#-- A list of column names behind the alias of a join. The definition that the server prints does not tell a join from a function. --]
  exists (
    select from pg_catalog.pg_rewrite as query
    where query.ev_class = relation.oid and relation.relkind = 'v' and case
      when query.ev_action::text like '%")} :eref {%'
      then query.ev_action::text ~ '"\)\} :eref \{ALIAS :aliasname ([^ \\]|\\.)+ :colnames \(([^{}\\]|\\.)*\)\} :rtekind 2' end
  ) as by_position
from standing
join moved on moved.oid = standing.root
join pg_catalog.pg_class as relation on relation.oid = standing.dependent
join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
group by moved.nspname, moved.relname, space.nspname, relation.oid, relation.relname, relation.relkind, relation.relpersistence,
  relation.relowner, relation.reloptions
union all
select moved.nspname, moved.relname, '', object.identity,
  case object.type when 'table' then 'inheriting table' when 'table column' then 'column' when 'policy' then 'row policy'
    else object.type end,
  true, 1,
  coalesce(
    (
      select pg_catalog.pg_get_userbyid(relation.relowner)
      from pg_catalog.pg_class as relation
      where relation.oid = case other.classid
        when 'pg_catalog.pg_class'::pg_catalog.regclass then other.objid
        when 'pg_catalog.pg_policy'::pg_catalog.regclass then (select polrelid from pg_catalog.pg_policy where oid = other.objid)
        when 'pg_catalog.pg_attrdef'::pg_catalog.regclass then (select adrelid from pg_catalog.pg_attrdef where oid = other.objid)
        when 'pg_catalog.pg_constraint'::pg_catalog.regclass
          then (select conrelid from pg_catalog.pg_constraint where oid = other.objid)
      end
    ),
    (
      select pg_catalog.pg_get_userbyid(function.proowner)
      from pg_catalog.pg_proc as function
      where other.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and function.oid = other.objid
    ),
    (
      select pg_catalog.pg_get_userbyid(type.typowner)
      from pg_catalog.pg_type as type
      where other.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and type.oid = other.objid
    ),
    ''
  ),
  false, null, '', false
from other
join moved on moved.oid = other.root
cross join lateral pg_catalog.pg_identify_object(other.classid, other.objid, other.objsubid) as object
union all
select moved.nspname, moved.relname, space.nspname, relation.relname || '.' || reference.conname, 'foreign key', true, 1,
  pg_catalog.pg_get_userbyid(relation.relowner), false, null, '', false
from moved
join reference on moved.oid in (reference.confrelid, reference.conrelid)
join pg_catalog.pg_class as relation on relation.oid = reference.conrelid
join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
where not (coalesce(pg_catalog.obj_description(reference.oid, 'pg_constraint'), '') like 'assay %'
    and pg_catalog.pg_has_role(relation.relowner, 'usage'))
union all
select moved.nspname, moved.relname, '', publication.pubname, 'replication publication', true, 1,
  pg_catalog.pg_get_userbyid(publication.pubowner), false, null, '', false
from moved
join (
  select schemaname, tablename, pubname from pg_catalog.pg_publication_tables
  union
  select root.nspname, root.relname, told.pubname
  from moved as root
  join pg_catalog.pg_publication_rel as published on published.prrelid = root.oid
  join pg_catalog.pg_publication as told on told.oid = published.prpubid
) as published on (published.schemaname, published.tablename) = (moved.nspname, moved.relname)
join pg_catalog.pg_publication as publication on publication.pubname = published.pubname
union all
select moved.nspname, moved.relname, '', subscription.subname, 'replication subscription', true, 1, '', false, null, '', false
from moved
join pg_catalog.pg_subscription_rel as received on received.srrelid = moved.oid
join pg_catalog.pg_subscription as subscription on subscription.oid = received.srsubid
union all
select moved.nspname, moved.relname, moved.nspname, moved.relname || '.' || trigger.tgname, 'trigger', true, 1, moved.owner, false, null, '', false
from moved
join pg_catalog.pg_trigger as trigger on trigger.tgrelid = moved.oid and not trigger.tgisinternal
union all
select moved.nspname, moved.relname, moved.nspname, moved.relname || '.' || rule.rulename, 'rule', true, 1, moved.owner, false, null, '', false
from moved
join pg_catalog.pg_rewrite as rule on rule.ev_class = moved.oid and rule.rulename <> '_RETURN'
union all
select moved.nspname, moved.relname, '', moved.nspname || '.' || moved.relname || coalesce('.' || policy.polname, ''), 'row policy', true, 1,
  moved.owner, false, null, '', false
from moved
left join pg_catalog.pg_policy as policy on policy.polrelid = moved.oid
where moved.relrowsecurity or policy.oid is not null
union all
select moved.nspname, moved.relname, space.nspname, parent.relname, 'parent table', true, 1,
  pg_catalog.pg_get_userbyid(parent.relowner), false, null, '', false
from moved
join pg_catalog.pg_inherits as inherits on inherits.inhrelid = moved.oid
join pg_catalog.pg_class as parent on parent.oid = inherits.inhparent
join pg_catalog.pg_namespace as space on space.oid = parent.relnamespace
union all
select moved.nspname, moved.relname, moved.nspname, sequence.relname, 'sequence', true, 1, moved.owner, false, null, '', false
from moved
join owned_sequence as sequence on sequence.root = moved.oid
union all
select moved.nspname, moved.relname, moved.nspname, moved.relname || '.' || made.attname, 'generated column', true, 1, moved.owner,
  false, null, '', false
from moved
join pg_catalog.pg_attribute as made on made.attrelid = moved.oid and made.attnum > 0 and not made.attisdropped
where made.attgenerated <> ''
union all
select moved.nspname, moved.relname, '', extension.extname, 'extension', true, 1,
  pg_catalog.pg_get_userbyid(extension.extowner), false, null, '', false
from moved
join pg_catalog.pg_depend as member
  on member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and member.objid = moved.oid
  and member.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
join pg_catalog.pg_extension as extension on extension.oid = member.refobjid
union all
select distinct moved.nspname, moved.relname, '', label.provider || ' on ' || moved.nspname || '.' || moved.relname, 'security label of', true, 1,
  moved.owner, false, null, '', false
from moved
join pg_catalog.pg_seclabel as label
  on label.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and label.objoid = moved.oid
union all
select moved.nspname, moved.relname, space.nspname, statistics.stxname, 'statistics object', true, 1,
  pg_catalog.pg_get_userbyid(statistics.stxowner), false, null, '', false
from moved
join pg_catalog.pg_statistic_ext as statistics on statistics.stxrelid = moved.oid
join pg_catalog.pg_namespace as space on space.oid = statistics.stxnamespace
where not pg_catalog.pg_has_role(statistics.stxowner, 'usage') or not pg_catalog.has_schema_privilege(space.oid, 'create')
union all
[#-- Given again, they would be grants of the owner, and outlive the right of the role that gave them. --]
select distinct moved.nspname, moved.relname, '',
  case given.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(given.grantee) end || ' by ' || pg_catalog.pg_get_userbyid(given.grantor),
  'grant to', true, 1, '', false, null, '', false
from moved
cross join lateral (
  select * from pg_catalog.aclexplode(moved.relacl)
  union all
  select of_column.*
  from pg_catalog.pg_attribute as had
  cross join lateral pg_catalog.aclexplode(had.attacl) as of_column
  where had.attrelid = moved.oid
) as given
where moved.relkind <> 'm' and given.grantor <> moved.relowner
union all
select moved.nspname, moved.relname, '', moved.owner || ', which may not create in ' || moved.nspname, 'owner', true, 1, '',
  false, null, '', false
from moved
where moved.relkind in ('r', 'm') and moved.owner <> current_user and pg_catalog.pg_has_role(moved.relowner, 'usage')
  and not pg_catalog.has_schema_privilege(moved.relowner, moved.relnamespace, 'create')
  and not (select rolsuper from pg_catalog.pg_roles where rolname = current_user)
order by 1, 2, depth desc, 3, 4
