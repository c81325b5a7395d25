[#-- bool_or(expression) --]
boolor_agg(${expression})
