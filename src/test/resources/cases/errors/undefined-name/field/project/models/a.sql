select '${target.shema}' as x
