[#-- right(text, count) --]
right(${text}, ${count})
