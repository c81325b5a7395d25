[#-- show_materialized_views(scope): each depends on one table, and stays with it when it is swapped --]
show materialized views in ${scope}
