[#-- analyze(relation): the planner knows nothing of a new table, and statistics go with it when it is moved --]
analyze ${relation}
