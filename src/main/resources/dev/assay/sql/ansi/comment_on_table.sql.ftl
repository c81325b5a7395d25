[#-- comment_on_table(relation, comment) --]
comment on table ${relation} is ${comment}
