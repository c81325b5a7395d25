[#-- share_lock(): binds what is locked together with others --]
select pg_advisory_lock_shared(hashtextextended(?, 0))
