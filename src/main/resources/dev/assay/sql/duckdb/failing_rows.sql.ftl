[#-- failing_rows(failing, limit): the first failing rows of a test, the same ones each time --]
select * from (
${failing}
) as failing
order by all
limit ${limit}
