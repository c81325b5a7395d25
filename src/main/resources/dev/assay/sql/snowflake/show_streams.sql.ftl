[#-- show_streams(scope): streams read the changes of one table, and stay with it when it is swapped --]
show streams in ${scope}
