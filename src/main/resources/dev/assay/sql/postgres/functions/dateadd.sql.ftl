[#-- dateadd(part, count, value) --]
(${value} + (${count}) * interval '[#if part == "quarter"]3 month[#else]1 ${part}[/#if]')
