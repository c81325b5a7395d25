[#-- publish_publications(relation, count): binds generation, ts, run, environment, then each node. Counts the versions that were still there. --]
update ${relation}
set state = 'published', generation = ?, ts = cast(? as timestamp_ntz)
where run_id = ? and environment = ? and state not in ('published', 'dropped') and node_id in ([#list 1..count as node]?[#sep], [/#sep][/#list])
