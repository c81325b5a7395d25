[#-- lock(): binds what is locked --]
select pg_advisory_lock(hashtextextended(?, 0))
