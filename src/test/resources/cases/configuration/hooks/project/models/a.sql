[@config materialized="table" post_hook="insert into ${this} values (2)" after_publish=["insert into ${target.schema}.log select 'seen', count(*) from ${this}"] /]
select 1 as x
