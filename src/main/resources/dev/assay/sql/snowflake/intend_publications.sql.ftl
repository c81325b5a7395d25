[#-- intend_publications(relation, count): binds the generation and the environment, then for each row node, run, way and text: the journal of a cut that is made step by step --]
merge into ${relation} as publication
using (
select cast(? as bigint) as generation, cast(? as varchar) as environment, column1 as node_id, column2 as run_id, column3 as way, column4 as way_text
from values
[#list 1..count as row]
  (?, ?, ?, ?)[#sep],[/#sep]
[/#list]
) as intent
on publication.environment = intent.environment and publication.node_id = intent.node_id and publication.run_id = intent.run_id and publication.state not in ('published', 'dropped')
when matched then update set state = 'publishing', generation = intent.generation, way = intent.way, way_text = intent.way_text
