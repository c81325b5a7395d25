select ${target} as x
