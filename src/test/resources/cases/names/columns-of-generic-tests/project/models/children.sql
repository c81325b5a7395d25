select 1 as "a b", 'a' as letter, 2 as "group"
