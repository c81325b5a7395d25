[#-- depended_on(named): those of these relations that may have dependents; cheap, since most have none. What is left out here
     is only what each relation has of its own: its type, its TOAST table, a view's query, indexes and constraints. What depends
     on one of these two depends on the relation as well. --]
with named (nspname, relname) as (
  values
[#list named as name]
    (${name.schema}, ${name.name})[#sep],[/#sep]
[/#list]
),
relation as materialized (
  select named.nspname, named.relname, relation.oid, relation.relowner, relation.reltype, relation.relrowsecurity,
    relation.relispartition, relation.relacl
  from named
  join pg_catalog.pg_namespace as space on space.nspname = named.nspname
  join pg_catalog.pg_class as relation on relation.relnamespace = space.oid and relation.relname = named.relname
),
[#-- As arrays the catalogs are read by their indexes, however many rows the server expects. --]
among as materialized (
  select pg_catalog.array_agg(relation.oid) as relations, pg_catalog.array_agg(relation.reltype) as types
  from relation
),
own_type (oid, typarray) as materialized (
  select type.oid, type.typarray from pg_catalog.pg_type as type where type.oid = any((select types from among)::oid[])
)
select relation.nspname, relation.relname
from relation
where relation.relrowsecurity or relation.relispartition
  or relation.relowner <> (select oid from pg_catalog.pg_roles where rolname = current_user)
  or exists (select from pg_catalog.pg_publication)
  or exists (select from pg_catalog.aclexplode(relation.relacl) as given where given.grantor <> relation.relowner)
  or relation.oid in (
    select had.attrelid
    from pg_catalog.pg_attribute as had
    where had.attrelid = any((select relations from among)::oid[]) and had.attacl is not null
  )
  or relation.oid in (
    select depend.refobjid
    from pg_catalog.pg_depend as depend
    where depend.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
      and depend.refobjid = any((select relations from among)::oid[])
      and not (depend.deptype = 'i' and depend.refobjsubid = 0 and depend.classid in (
        'pg_catalog.pg_class'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass,
        'pg_catalog.pg_rewrite'::pg_catalog.regclass
      ))
      and not (depend.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and (depend.refobjid, depend.objid) in (
        select indexed.indrelid, indexed.indexrelid
        from pg_catalog.pg_index as indexed
        where indexed.indrelid = any((select relations from among)::oid[])
      ))
      and not (depend.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass and (depend.refobjid, depend.objid) in (
        select own.conrelid, own.oid
        from pg_catalog.pg_constraint as own
        where own.conrelid = any((select relations from among)::oid[]) and own.contype <> 'f'
      ))
  )
  or relation.reltype in (
    select own_type.oid
    from pg_catalog.pg_depend as depend
    join own_type on depend.refobjid in (own_type.oid, own_type.typarray)
    where depend.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass
      and depend.refobjid = any((select types from among)::oid[] || array(select typarray from own_type))
      and not (depend.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
        and depend.objid in (select typarray from own_type))
  )
  or relation.oid in (
    select member.objid
    from pg_catalog.pg_depend as member
    where member.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
      and member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
  )
  or relation.oid in (select inherits.inhrelid from pg_catalog.pg_inherits as inherits)
  or relation.oid in (
    select label.objoid
    from pg_catalog.pg_seclabel as label
    where label.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  )
  or relation.oid in (select received.srrelid from pg_catalog.pg_subscription_rel as received)
order by 1, 2
