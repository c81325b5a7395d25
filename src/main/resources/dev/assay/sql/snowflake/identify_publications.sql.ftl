[#-- identify_publications(relation, count): binds for each row environment, node, generation, identity, mark. Of the versions that this generation or a later one published. --]
merge into ${relation} as publication
using (
select column1 as environment, column2 as node_id, cast(column3 as bigint) as generation, column4 as identity, column5 as mark
from values
[#list 1..count as row]
  (?, ?, ?, ?, ?)[#sep],[/#sep]
[/#list]
) as given
on publication.environment = given.environment and publication.node_id = given.node_id and publication.state = 'published' and publication.generation >= given.generation
when matched then update set identity = given.identity, mark = given.mark
