[#-- foreign_keys(named): our keys of these relations and to them, a row for each column --]
select child_space.nspname, child.relname, reference.conname, parent_space.nspname, parent.relname,
  pg_catalog.obj_description(reference.oid, 'pg_constraint') as mark, child_column.attname, parent_column.attname
from pg_catalog.pg_constraint as reference
join pg_catalog.pg_class as child on child.oid = reference.conrelid
join pg_catalog.pg_namespace as child_space on child_space.oid = child.relnamespace
join pg_catalog.pg_class as parent on parent.oid = reference.confrelid
join pg_catalog.pg_namespace as parent_space on parent_space.oid = parent.relnamespace
cross join unnest(reference.conkey, reference.confkey) with ordinality as pair (child_number, parent_number, place)
join pg_catalog.pg_attribute as child_column on child_column.attrelid = child.oid and child_column.attnum = pair.child_number
join pg_catalog.pg_attribute as parent_column on parent_column.attrelid = parent.oid and parent_column.attnum = pair.parent_number
where reference.contype = 'f'
  and pg_catalog.obj_description(reference.oid, 'pg_constraint') like 'assay %'
  and pg_catalog.pg_has_role(child.relowner, 'usage')
  and ((child_space.nspname, child.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
    or (parent_space.nspname, parent.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list]))
order by 1, 2, 3, pair.place
