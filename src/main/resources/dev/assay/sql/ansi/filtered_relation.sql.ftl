[#-- filtered_relation(relation, condition, alias): the rows of a relation that a test looks at --]
(select * from ${relation} where
${condition}
) as ${alias}
