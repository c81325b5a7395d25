[#-- lock_view(relation, owner): changes nothing, and takes the view's own lock --]
alter view ${relation} owner to ${owner}
