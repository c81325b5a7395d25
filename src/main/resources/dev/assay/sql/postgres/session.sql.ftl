[#-- session(timeout, search_path) --]
set time zone 'UTC';
set datestyle = 'ISO, YMD';
set intervalstyle = 'postgres';
set bytea_output = 'hex';
set extra_float_digits = 1;
set standard_conforming_strings = on;
set client_min_messages = warning;
set statement_timeout = ${timeout}[#if search_path??];
select set_config('search_path', ${search_path}, false)[/#if]
