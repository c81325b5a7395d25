[#-- split_part(text, separator, number) --]
split_part(${text}, ${separator}, ${number})
