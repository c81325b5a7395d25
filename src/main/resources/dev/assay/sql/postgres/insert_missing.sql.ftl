[#-- insert_missing(relation, candidate): rows that only the candidate has, with their own values in a column that is
     `generated always as identity` --]
insert into ${relation} overriding system value
select (fresh.line).*
from (
  select assay_new as line, assay_new::text as content, row_number() over (partition by assay_new::text) as number
  from ${candidate} as assay_new
) as fresh
left join (
  select assay_had::text as content, row_number() over (partition by assay_had::text) as number
  from only ${relation} as assay_had
) as had on had.content = fresh.content and had.number = fresh.number
where had.content is null
