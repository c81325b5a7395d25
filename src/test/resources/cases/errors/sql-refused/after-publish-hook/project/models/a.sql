[@config materialized="table" after_publish="insert into nowhere values (1)" /]
select 1 as x
