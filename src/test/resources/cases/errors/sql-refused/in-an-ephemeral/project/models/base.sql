[@config materialized="ephemeral" /]
select 1 as id,
  missing_column as y
