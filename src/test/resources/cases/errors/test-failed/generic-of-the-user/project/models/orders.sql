select 1 as id, -3 as amount union all select 2, 5
