select [@money.cent col="x" /] as x
