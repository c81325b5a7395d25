[@config materialized="table" post_hook="insert into ${this} values ('x')" /]
select 1 as x
