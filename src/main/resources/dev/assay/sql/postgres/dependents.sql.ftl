[#-- dependents(named): what stands on these relations, directly or not, and what cannot go with a view's new words --]
with recursive moved as (
  select relation.oid, relation.reltype, type.typarray, space.nspname, relation.relname
  from pg_catalog.pg_class as relation
  join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
  left join pg_catalog.pg_type as type on type.oid = relation.reltype
  where (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
    and relation.relkind in ('r', 'p', 'v', 'm')
),
handle (oid, class, object) as (
  select oid, 'pg_catalog.pg_class'::pg_catalog.regclass::oid, oid from moved
  union all
  select oid, 'pg_catalog.pg_type'::pg_catalog.regclass, reltype from moved
  union all
  select oid, 'pg_catalog.pg_type'::pg_catalog.regclass, typarray from moved
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
)
select moved.nspname, moved.relname, space.nspname, relation.relname,
  case relation.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'rule of' end as kind,
  min(standing.depth) = 1 as direct, max(standing.depth) as depth,
  pg_catalog.pg_get_userbyid(relation.relowner) as owner, pg_catalog.pg_has_role(relation.relowner, 'member') as may,
  case relation.relkind when 'v' then pg_catalog.pg_get_viewdef(relation.oid) end as definition,
  coalesce(pg_catalog.array_to_string(relation.reloptions, ', '), '') as options
from standing
join moved on moved.oid = standing.root
join pg_catalog.pg_class as relation on relation.oid = standing.dependent
join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
group by moved.nspname, moved.relname, space.nspname, relation.oid, relation.relname, relation.relkind, relation.relowner, relation.reloptions
union all
select moved.nspname, moved.relname, space.nspname, relation.relname || '.' || reference.conname, 'foreign key', true, 1,
  pg_catalog.pg_get_userbyid(relation.relowner), false, null, ''
from moved
join pg_catalog.pg_constraint as reference on reference.confrelid = moved.oid and reference.conrelid <> moved.oid and reference.contype = 'f'
join pg_catalog.pg_class as relation on relation.oid = reference.conrelid
join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
where reference.conparentid = 0
  and not (coalesce(pg_catalog.obj_description(reference.oid, 'pg_constraint'), '') like 'assay %'
    and pg_catalog.pg_has_role(relation.relowner, 'usage'))
union all
select distinct moved.nspname, moved.relname, space.nspname, function.proname, 'function', true, 1,
  pg_catalog.pg_get_userbyid(function.proowner), false, null, ''
from moved
join handle on handle.oid = moved.oid
join pg_catalog.pg_depend as depend
  on depend.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
  and depend.refclassid = handle.class and depend.refobjid = handle.object
join pg_catalog.pg_proc as function on function.oid = depend.objid
join pg_catalog.pg_namespace as space on space.oid = function.pronamespace
union all
select moved.nspname, moved.relname, '', publication.pubname, 'replication publication', true, 1,
  pg_catalog.pg_get_userbyid(publication.pubowner), false, null, ''
from moved
join pg_catalog.pg_publication_rel as published on published.prrelid = moved.oid
join pg_catalog.pg_publication as publication on publication.oid = published.prpubid
union all
select moved.nspname, moved.relname, moved.nspname, moved.relname || '.' || trigger.tgname, 'trigger', true, 1,
  pg_catalog.pg_get_userbyid(relation.relowner), false, null, ''
from moved
join pg_catalog.pg_class as relation on relation.oid = moved.oid
join pg_catalog.pg_trigger as trigger on trigger.tgrelid = moved.oid and not trigger.tgisinternal
union all
select moved.nspname, moved.relname, moved.nspname, moved.relname || '.' || own.rulename, 'rule', true, 1,
  pg_catalog.pg_get_userbyid(relation.relowner), false, null, ''
from moved
join pg_catalog.pg_class as relation on relation.oid = moved.oid
join pg_catalog.pg_rewrite as own on own.ev_class = moved.oid and own.rulename <> '_RETURN'
union all
select moved.nspname, moved.relname, moved.nspname, moved.relname || coalesce('.' || policy.polname, ''), 'row policy', true, 1,
  pg_catalog.pg_get_userbyid(relation.relowner), false, null, ''
from moved
join pg_catalog.pg_class as relation on relation.oid = moved.oid
left join pg_catalog.pg_policy as policy on policy.polrelid = moved.oid
where relation.relrowsecurity or policy.oid is not null
order by 1, 2, depth desc, 3, 4
