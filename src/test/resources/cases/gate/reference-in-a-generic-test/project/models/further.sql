[@config materialized="ephemeral" /]
select 4 as id
