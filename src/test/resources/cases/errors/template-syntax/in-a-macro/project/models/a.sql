select [@money.cents col="x" /] as x
