select ${var("missing_one")} as x, ${twice(2)} as y
