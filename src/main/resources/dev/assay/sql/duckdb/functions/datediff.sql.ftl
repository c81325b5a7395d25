[#-- datediff(part, from, to): how many borders of the part lie between the two --]
date_diff('${part}', ${from}, ${to})
