[#-- replace(text, from, to) --]
replace(${text}, ${from}, ${to})
