[#-- count_failing(position, failing, fail_calc, limit, tested): the failure number of one test --]
select
  ${position} as test_position,
  [#if fail_calc??]${fail_calc}[#else]count(*)[/#if] as failures,
  count(*) as failing_rows,
  [#if tested??](select count(*) from ${tested})[#else]0[/#if] as tested_rows
from (
[#if limit??]
select * from (
[/#if]
${failing}
[#if limit??]
) as failing_row
limit ${limit}
[/#if]
) as failing
