select ${mm.f(a="1", b="3")} as x
