[#-- unknown_grants(grantees, words): privileges that no relation has; which roles there are is asked apart --]
select 'privilege' as kind, column1 as name
from values [#list words as word](${word})[#sep], [/#sep][/#list]
where column1 not in ('select', 'insert', 'update', 'delete', 'truncate', 'references', 'rebuild', 'evolve schema', 'applybudget')
