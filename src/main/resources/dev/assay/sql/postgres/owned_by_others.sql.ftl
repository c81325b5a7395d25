[#-- owned_by_others(named): relations that are not ours to change, why, and what would change that. The owner of a table may lack
     the rights that a lock needs: any of three.
     Nobody is made a member of a superuser, nor of who is a member of ours already. --]
select space.nspname, relation.relname,
  case
    when pg_catalog.pg_has_role(relation.relowner, 'usage')
      then pg_catalog.format('cannot be locked: role `%s` has none of the rights update, delete, truncate on it', current_user)
    else pg_catalog.format('belongs to role `%s`, of which `%s` is no member', owner.rolname, current_user)
  end as why,
  case
    when pg_catalog.pg_has_role(relation.relowner, 'usage')
      then pg_catalog.format('grant insert, update, delete, truncate on %I.%I to %I', space.nspname, relation.relname, current_user)
    when owner.rolsuper or pg_catalog.pg_has_role(owner.oid, current_user, 'member')
      then pg_catalog.format('alter %s %I.%I owner to %I',
        case relation.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end,
        space.nspname, relation.relname, current_user)
    else pg_catalog.format('grant %I to %I', owner.rolname, current_user)
  end as remedy
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
join pg_catalog.pg_roles as owner on owner.oid = relation.relowner
where (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
  and (not pg_catalog.pg_has_role(relation.relowner, 'usage')
    or relation.relkind in ('r', 'p') and not pg_catalog.has_table_privilege(relation.oid, 'update, delete, truncate'))
order by 1, 2
