[#-- comment_on_materialized_view(relation, comment) --]
comment on materialized view ${relation} is ${comment}
