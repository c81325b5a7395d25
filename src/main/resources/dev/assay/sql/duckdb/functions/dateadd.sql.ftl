[#-- dateadd(part, count, value) --]
(${value} + (${count}) * interval '1 ${part}')
