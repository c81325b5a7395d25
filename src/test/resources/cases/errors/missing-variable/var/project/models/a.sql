select ${var("lookback_day")} as x
