[#-- any_value(expression) --]
any_value(${expression})
