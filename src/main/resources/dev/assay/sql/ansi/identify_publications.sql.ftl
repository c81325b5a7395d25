[#-- identify_publications(relation, count): binds for each row environment, node, generation, identity, mark. Of the versions that this generation or a later one published. --]
update ${relation} as publication
set identity = given.identity, mark = given.mark
from (values
[#list 1..count as row]
  (cast(? as varchar), cast(? as varchar), cast(? as bigint), cast(? as varchar), cast(? as varchar))[#sep],[/#sep]
[/#list]
) as given (environment, node_id, generation, identity, mark)
where publication.environment = given.environment and publication.node_id = given.node_id
  and publication.state = 'published' and publication.generation >= given.generation
