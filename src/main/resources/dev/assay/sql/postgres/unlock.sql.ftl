[#-- unlock(): binds what was locked --]
select pg_advisory_unlock(hashtextextended(?, 0))
