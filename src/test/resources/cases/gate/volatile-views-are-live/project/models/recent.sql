select id, case when now() > timestamptz '2000-01-01 00:00:00+00' then 1 end as ok from ${ref("t")}
