[#-- unproven_foreign_keys(schemas): our keys against which the rows that are there were not held yet --]
select space.nspname, child.relname, reference.conname
from pg_catalog.pg_constraint as reference
join pg_catalog.pg_class as child on child.oid = reference.conrelid
join pg_catalog.pg_namespace as space on space.oid = child.relnamespace
where reference.contype = 'f' and not reference.convalidated
  and space.nspname in ([#list schemas as schema]${schema}[#sep], [/#sep][/#list])
  and pg_catalog.obj_description(reference.oid, 'pg_constraint') like 'assay %'
  and pg_catalog.pg_has_role(child.relowner, 'usage')
order by 1, 2, 3
