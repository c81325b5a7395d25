[#-- clear_notes(relation, publications, count): binds environment, each node, run, environment, environment. What this run noted before of these nodes, what no version of them has any more, and what a newer note has taken the place of. --]
delete from ${relation}
where environment = ? and node_id in ([#list 1..count as node]?[#sep], [/#sep][/#list])
  and (run_id = ? or (node_id, run_id) not in (
    select node_id, run_id from ${publications} where environment = ? and state <> 'dropped'
  ) or (node_id, run_id, kind, name) in (
    select node_id, run_id, kind, name
    from (
      select note.node_id, note.run_id, note.kind, note.name, note.value,
        row_number() over (partition by note.node_id, note.kind, note.name order by publication.generation desc) as place
      from ${relation} as note
      join ${publications} as publication
        on publication.environment = note.environment and publication.node_id = note.node_id and publication.run_id = note.run_id
      where note.environment = ? and publication.state = 'published'
    ) as known
    where place > 1
  ))
