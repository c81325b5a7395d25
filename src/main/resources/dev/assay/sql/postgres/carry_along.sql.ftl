[#-- carry_along(text): what a catalog query has made of what it found --]
${text}
