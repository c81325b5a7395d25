[#-- string_literal(text): the text as a literal of SQL --]
${text}
