[#-- session(timeout, search_path): answers with the server process; a timeout that is not given is the role's --]
select pg_catalog.pg_backend_pid();
set time zone 'UTC';
set datestyle = 'ISO, YMD';
set intervalstyle = 'postgres';
set bytea_output = 'hex';
set extra_float_digits = 1;
set standard_conforming_strings = on;
set client_min_messages = warning[#if timeout??];
set statement_timeout = ${timeout}[/#if][#if search_path??];
select set_config('search_path', ${search_path}, false)[/#if]
