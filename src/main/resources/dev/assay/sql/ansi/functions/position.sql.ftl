[#-- position(part, text) --]
position(${part} in ${text})
