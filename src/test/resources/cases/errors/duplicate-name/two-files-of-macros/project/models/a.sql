select [@money.cents col="1" /] as x
