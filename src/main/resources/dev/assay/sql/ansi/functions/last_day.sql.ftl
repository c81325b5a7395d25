[#-- last_day(value, part) --]
cast(date_trunc('${part}', ${value}) + interval '1 ${part}' - interval '1 day' as date)
