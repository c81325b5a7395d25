[#-- datediff(part, from, to): how many borders of the part lie between the two --]
datediff(${part}, ${from}, ${to})
