[#-- drop_views_in_order(named): views and materialized views, each before those that it reads; what else reads them refuses the drop --]
do $assay_drop$
declare
  going record;
begin
  for going in
    with recursive given as (
      select relation.oid, space.nspname, relation.relname, relation.relkind
      from pg_catalog.pg_class as relation
      join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
      where (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
    ),
    level (oid, depth) as (
      select given.oid, 0 from given
      union
      select given.oid, level.depth + 1
      from level
      join pg_catalog.pg_depend as depend
        on depend.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
        and depend.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and depend.refobjid = level.oid
      join pg_catalog.pg_rewrite as reading on reading.oid = depend.objid and reading.ev_class <> level.oid
      join given on given.oid = reading.ev_class
    )
    select given.nspname, given.relname, case given.relkind when 'm' then 'materialized view' else 'view' end as kind
    from given
    join level on level.oid = given.oid
    group by given.nspname, given.relname, given.relkind
    order by max(level.depth) desc, given.nspname, given.relname
  loop
    execute pg_catalog.format('drop %s if exists %I.%I', going.kind, going.nspname, going.relname);
  end loop;
end
$assay_drop$
