[#-- failing_rows(failing, limit): the first failing rows of a test --]
select * from (
${failing}
) as failing
order by 1
limit ${limit}
