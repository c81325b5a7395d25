[@config materialized="ephemeral" tags=["file"] meta={"owner": "file"} /]
select 1 as x
