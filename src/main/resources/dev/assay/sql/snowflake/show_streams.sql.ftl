[#-- show_streams(scope): streams read the changes of one table or view, stay with a table when it is swapped, and break when a view is made anew --]
show streams in ${scope}
