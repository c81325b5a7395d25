[#-- depended_on(named): those of these relations that may have dependents; cheap, since most have none. What is left out here
     is only what each relation has: its type, its TOAST table, a view's own query. --]
with named (nspname, relname) as (
  values
[#list named as name]
    (${name.schema}, ${name.name})[#sep],[/#sep]
[/#list]
)
select named.nspname, named.relname
from named
join pg_catalog.pg_class as relation
  on relation.oid = pg_catalog.to_regclass(pg_catalog.format('%I.%I', named.nspname, named.relname))
where relation.relrowsecurity or relation.relispartition
  or relation.relowner <> (select oid from pg_catalog.pg_roles where rolname = current_user)
  or exists (select from pg_catalog.pg_publication)
  or exists (
    select from pg_catalog.pg_depend as depend
    where depend.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and depend.refobjid = relation.oid
      and not (depend.deptype = 'i' and depend.refobjsubid = 0 and depend.classid in (
        'pg_catalog.pg_class'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass,
        'pg_catalog.pg_rewrite'::pg_catalog.regclass
      ))
  )
  or exists (
    select from pg_catalog.pg_type as type
    join pg_catalog.pg_depend as depend
      on depend.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass and depend.refobjid in (type.oid, type.typarray)
      and (depend.classid, depend.objid) <> ('pg_catalog.pg_type'::pg_catalog.regclass, type.typarray)
    where type.oid = relation.reltype
  )
  or exists (
    select from pg_catalog.pg_depend as member
    where member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and member.objid = relation.oid and member.deptype = 'e'
  )
  or exists (select from pg_catalog.pg_inherits as inherits where inherits.inhrelid = relation.oid)
  or exists (
    select from pg_catalog.pg_seclabel as label
    where label.objoid = relation.oid and label.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  )
  or exists (select from pg_catalog.pg_subscription_rel as received where received.srrelid = relation.oid)
order by 1, 2
