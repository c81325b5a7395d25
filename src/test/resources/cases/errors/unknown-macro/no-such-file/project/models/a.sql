select [@mony.cents col="x" /] as x
