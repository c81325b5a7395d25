[#-- owned_by_others(named): relations that are not ours to change, whose they are, who we are, and what would make them ours.
     Nobody is made a member of a superuser, nor of who is a member of ours already. --]
select space.nspname, relation.relname, owner.rolname, current_user,
  case
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
  and not pg_catalog.pg_has_role(relation.relowner, 'usage')
order by 1, 2
