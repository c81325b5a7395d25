[#-- read_unversioned_intents(relation): with all columns, which tell whether the journal was upgraded before --]
select *
from ${relation}
where state = 'publishing'
order by position
