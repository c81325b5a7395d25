[#-- comment_on_column(relation, column, comment) --]
comment on column ${relation}.${column} is ${comment}
