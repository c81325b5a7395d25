[@config materialized="table" /]
select 1 as id; -- a semicolon at the end does no harm; nor in a comment
