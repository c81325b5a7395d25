[@config materialized="table" /]
-- the first; and the second
select 1 as id; delete from dev.payments
