[#-- lock_registry(): until the end of the transaction, no other run creates or changes the registry --]
select pg_advisory_xact_lock(hashtextextended('assay registry', 0))
