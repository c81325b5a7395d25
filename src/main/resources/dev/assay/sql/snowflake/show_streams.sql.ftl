[#-- show_streams(): who takes notice of the changes of a table --]
show streams in database
