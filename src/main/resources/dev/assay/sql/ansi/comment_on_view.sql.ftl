[#-- comment_on_view(relation, comment) --]
comment on view ${relation} is ${comment}
