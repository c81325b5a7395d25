select id, 'now()' as word from ${ref("t")} -- not current_date
