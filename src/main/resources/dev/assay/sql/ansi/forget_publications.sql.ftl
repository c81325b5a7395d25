[#-- forget_publications(relation, count): binds each node. What earlier runs left unpublished is superseded. --]
delete from ${relation}
where state <> 'published' and node_id in ([#list 1..count as node]?[#sep], [/#sep][/#list])
