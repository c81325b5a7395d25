[@config gate="strict" /]
select id, current_date as day from ${ref("t")}
