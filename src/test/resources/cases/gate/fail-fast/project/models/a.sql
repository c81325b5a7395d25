select nope as x
