[#-- show_rows(select, limit): the first rows of a query --]
select * from (
${select}
) as shown
limit ${limit}
