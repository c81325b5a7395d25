${config({"materialized": "table", "tags": ["rehearsal"]})}
[#assign states = ["paid", "open"]]
select
  [#list states as state]
  sum(case when status = '${state}' then amount end) as ${state}_amount,
  [/#list]
  count(*) as payments
from ${ref("payments")}
