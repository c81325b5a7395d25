[#-- show_columns(kind, name): of all tables of a schema, or of one table; with the digits of seconds and collations, which the information schema leaves out --]
show columns in ${kind} ${name}
