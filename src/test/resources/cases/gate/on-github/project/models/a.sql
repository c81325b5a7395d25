select null as x
