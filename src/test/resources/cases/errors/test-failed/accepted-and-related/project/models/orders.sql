select 1 as id, 'paid' as status, 7 as customer_id union all
select 2, 'piad', 8 union all select 3, null, 9
