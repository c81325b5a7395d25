[#-- forget_publications(relation, count): binds environment, then each node. What earlier runs left unpublished is superseded. --]
delete from ${relation}
where environment = ? and state not in ('published', 'dropped') and node_id in ([#list 1..count as node]?[#sep], [/#sep][/#list])
