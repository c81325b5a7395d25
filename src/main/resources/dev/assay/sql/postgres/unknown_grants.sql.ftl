[#-- unknown_grants(grantees, words): roles that are not there, and privileges that no relation has --]
[#if grantees?has_content]
select 'role' as kind, wanted.name
from (values [#list grantees as grantee](${grantee})[#sep], [/#sep][/#list]) as wanted (name)
where wanted.name not in (select rolname from pg_catalog.pg_roles)
union all
[/#if]
select 'privilege' as kind, wanted.name
from (values [#list words as word](${word})[#sep], [/#sep][/#list]) as wanted (name)
where wanted.name not in ('select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger')
  and not (wanted.name = 'maintain' and pg_catalog.current_setting('server_version_num')::integer >= 170000)
order by 1, 2
