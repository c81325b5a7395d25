[#-- inline_relation(select, alias): a query in the place of a relation --]
(
${select}
) as ${alias}
