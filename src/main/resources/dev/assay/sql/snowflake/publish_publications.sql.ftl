[#-- publish_publications(relation, count): binds generation, ts, then each node --]
update ${relation}
set state = 'published', generation = ?, ts = cast(? as timestamp_ntz)
where state <> 'published' and node_id in ([#list 1..count as node]?[#sep], [/#sep][/#list])
