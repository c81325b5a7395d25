select ${var("nothing")} as x
