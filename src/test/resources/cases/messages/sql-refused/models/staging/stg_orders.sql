select 1 as id, 2 as total, 300 as amount
