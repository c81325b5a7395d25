[#-- bool_or(expression) --]
bool_or(${expression})
