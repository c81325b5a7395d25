[#-- let_go_of_tables(named): takes our keys to these tables off; a lock is never waited for long, for readers would wait behind it --]
do $assay_keys$
declare
  held record;
begin
  for held in
    select reference.conrelid::pg_catalog.regclass as child, reference.conname as name
    from pg_catalog.pg_constraint as reference
    join pg_catalog.pg_class as parent on parent.oid = reference.confrelid
    join pg_catalog.pg_namespace as space on space.oid = parent.relnamespace
    where reference.contype = 'f' and reference.conrelid <> reference.confrelid
      and pg_catalog.obj_description(reference.oid, 'pg_constraint') like 'assay %'
      and (space.nspname, parent.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
  loop
    for attempt in 1..60 loop
      begin
        set local lock_timeout = 100;
        execute pg_catalog.format('alter table %s drop constraint %I', held.child, held.name);
        exit;
      exception when lock_not_available then
        perform pg_catalog.pg_sleep(0.2);
      end;
    end loop;
  end loop;
  set local lock_timeout = 0;
end
$assay_keys$
