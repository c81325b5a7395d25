[#-- try_lock(): binds what is locked --]
select pg_try_advisory_lock(hashtextextended(?, 0))
