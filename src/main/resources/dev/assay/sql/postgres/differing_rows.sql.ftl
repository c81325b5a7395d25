[#-- differing_rows(relation, candidate): how many different rows the two do not have equally often --]
select count(*)
from (
  select content
  from (
    select assay_had::text as content, 1 as number
    from only ${relation} as assay_had
    union all
    select assay_new::text, -1
    from ${candidate} as assay_new
  ) as both_sides
  group by content
  having sum(number) <> 0
) as differing
