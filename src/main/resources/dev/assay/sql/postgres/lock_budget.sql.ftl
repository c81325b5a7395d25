[#-- lock_budget(): how many milliseconds our locks may make readers wait, so that no reader waits until the server looks for deadlocks --]
select (0.8 * extract(epoch from pg_catalog.current_setting('deadlock_timeout')::interval) * 1000)::int
