[#-- publish_publications(relation, count): binds generation, ts, environment, then each node --]
update ${relation}
set state = 'published', generation = ?, ts = cast(? as timestamp_ntz)
where environment = ? and state not in ('published', 'dropped') and node_id in ([#list 1..count as node]?[#sep], [/#sep][/#list])
