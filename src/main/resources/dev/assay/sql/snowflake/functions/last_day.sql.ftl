[#-- last_day(value, part) --]
last_day(${value}, ${part})
