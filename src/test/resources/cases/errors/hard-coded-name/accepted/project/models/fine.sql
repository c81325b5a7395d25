with orders as (select * from ${ref("orders")})
select extract(year from date '2024-01-01') as y from orders, range(2) -- from dev.orders
