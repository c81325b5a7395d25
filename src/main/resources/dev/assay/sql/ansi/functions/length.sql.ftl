[#-- length(text) --]
length(${text})
