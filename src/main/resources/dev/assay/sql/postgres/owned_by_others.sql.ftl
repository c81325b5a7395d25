[#-- owned_by_others(named): relations that are not ours to change, whose they are, who we are, and what would make them ours --]
select space.nspname, relation.relname, pg_catalog.pg_get_userbyid(relation.relowner) as owner, current_user,
  pg_catalog.format('grant %I to %I', pg_catalog.pg_get_userbyid(relation.relowner), current_user) as remedy
from pg_catalog.pg_class as relation
join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
where (space.nspname, relation.relname) in ([#list named as name](${name.schema}, ${name.name})[#sep], [/#sep][/#list])
  and not pg_catalog.pg_has_role(relation.relowner, 'usage')
order by 1, 2
