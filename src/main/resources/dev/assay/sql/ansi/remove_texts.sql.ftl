[#-- remove_texts(relation, publications): a version that is published or gone needs no text --]
delete from ${relation}
where digest not in (
  select text_digest from ${publications}
  where text_digest is not null and state not in ('published', 'dropped')
  union all
  select definition_digest from ${publications}
  where definition_digest is not null and state not in ('published', 'dropped')
)
