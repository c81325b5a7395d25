[@config materialized="ephemeral" /]
select x from ${ref("a")}
