[#-- cast_bool_to_text(expression) --]
cast(${expression} as varchar)
