[#-- last_day(value, part) --]
cast(date_trunc('${part}', ${value}) + interval '[#if part == "quarter"]3 month[#else]1 ${part}[/#if]' - interval '1 day' as date)
