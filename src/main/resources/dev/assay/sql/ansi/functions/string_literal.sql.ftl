[#-- string_literal(text) --]
${text}
