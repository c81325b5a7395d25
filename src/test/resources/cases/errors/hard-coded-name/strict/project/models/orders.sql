[@config materialized="table" allow_names={"raw.extra": "loaded by another team, read once"} /]
with recent as (select 1 as id)
select recent.id
from recent
join raw.orders on true
join legacy.orders as old on true
join raw.extra on true
join information_schema.tables on true
