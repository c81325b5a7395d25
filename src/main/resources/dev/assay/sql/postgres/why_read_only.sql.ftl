[#-- why_read_only(): whether the server is a standby and, where it is told to let nobody write, what ends that; no row, where neither is so --]
select pg_catalog.pg_is_in_recovery() as standby,
  case source
    when 'user' then pg_catalog.format('alter role %I set ', session_user)
    when 'database' then pg_catalog.format('alter database %I set ', pg_catalog.current_database())
    when 'database user' then pg_catalog.format('alter role %I in database %I set ', session_user, pg_catalog.current_database())
    else 'alter system set '
  end || 'default_transaction_read_only = off' as remedy
from pg_catalog.pg_settings
where name = 'default_transaction_read_only' and (setting = 'on' or pg_catalog.pg_is_in_recovery())
