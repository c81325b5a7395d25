[#-- report_written_rows(): a session adds its counts of written rows to the server's statistics, which it would do only after some seconds. Servers before 15 have no function for it; the body is read when it runs, so that they accept it. --]
do $$
begin
  if exists (select from pg_catalog.pg_proc where proname = 'pg_stat_force_next_flush') then
    perform pg_catalog.pg_stat_force_next_flush();
  end if;
end
$$
