[#-- delete_missing(relation, candidate): rows that the candidate does not have; of twins as many as are too many.
     Rows of tables that inherit from it have places of their own, which only look alike. --]
delete from only ${relation} where ctid in (
  select had.place
  from (
    select assay_had.ctid as place, assay_had::text as content,
      row_number() over (partition by assay_had::text order by assay_had.ctid) as number
    from only ${relation} as assay_had
  ) as had
  left join (
    select assay_new::text as content, row_number() over (partition by assay_new::text) as number
    from ${candidate} as assay_new
  ) as fresh on fresh.content = had.content and fresh.number = had.number
  where fresh.content is null
)
