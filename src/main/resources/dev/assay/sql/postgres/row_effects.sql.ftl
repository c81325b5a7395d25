[#-- row_effects(named): what others have put on these tables and that does more than the statement says when rows are written:
     enabled triggers, rules, and foreign keys that delete or empty rows of other tables. `deferred` is a constraint trigger that
     may wait for the commit. --]
with named (nspname, relname) as (
  values
[#list named as name]
    (${name.schema}, ${name.name})[#sep],[/#sep]
[/#list]
),
relation as (
  select named.*, pg_catalog.to_regclass(pg_catalog.format('%I.%I', named.nspname, named.relname))::oid as oid
  from named
)
select relation.nspname, relation.relname, 'trigger' as kind, trigger.tgname::text as name,
  pg_catalog.format('alter table %I.%I disable trigger %I', relation.nspname, relation.relname, trigger.tgname) as remedy,
  trigger.tgdeferrable as deferred
from relation
join pg_catalog.pg_trigger as trigger
  on trigger.tgrelid = relation.oid and not trigger.tgisinternal and trigger.tgenabled in ('O', 'A') and trigger.tgtype & 28 <> 0
union all
select relation.nspname, relation.relname, 'rule', rule.rulename::text,
  pg_catalog.format('alter table %I.%I disable rule %I', relation.nspname, relation.relname, rule.rulename), false
from relation
join pg_catalog.pg_rewrite as rule on rule.ev_class = relation.oid and rule.rulename <> '_RETURN' and rule.ev_enabled in ('O', 'A')
union all
select relation.nspname, relation.relname,
  case key.confdeltype when 'c' then 'on delete cascade' when 'n' then 'on delete set null' else 'on delete set default' end,
  pg_catalog.format('foreign key %I of table %I.%I', key.conname, space.nspname, child.relname),
  pg_catalog.format('alter table %I.%I drop constraint %I, add constraint %I %s deferrable initially deferred', space.nspname,
    child.relname, key.conname, key.conname,
    pg_catalog.regexp_replace(pg_catalog.pg_get_constraintdef(key.oid),
      '( ON DELETE (CASCADE|SET NULL|SET DEFAULT)( \([^)]*\))?)|( (NOT )?DEFERRABLE)|( INITIALLY DEFERRED)|( NOT VALID)', '', 'g')),
  false
from relation
join pg_catalog.pg_constraint as key on key.confrelid = relation.oid and key.contype = 'f' and key.confdeltype in ('c', 'n', 'd')
join pg_catalog.pg_class as child on child.oid = key.conrelid
join pg_catalog.pg_namespace as space on space.oid = child.relnamespace
order by 1, 2, 3, 4
