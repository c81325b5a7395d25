select cast('abc' as integer) as x
