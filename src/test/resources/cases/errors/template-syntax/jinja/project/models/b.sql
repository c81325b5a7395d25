select 1 as id, '{{1,2},{3,4}}' as d
