select [@money.cents /] as x
