[#-- notice_gone_client(): a build whose process was killed ends soon; servers before 14 do not know how --]
select set_config('client_connection_check_interval', '500ms', false)
where exists (select from pg_settings where name = 'client_connection_check_interval')
