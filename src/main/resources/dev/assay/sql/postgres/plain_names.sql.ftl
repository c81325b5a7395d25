[#-- plain_names(): definitions are printed with the schema of every name --]
set local search_path = ''
