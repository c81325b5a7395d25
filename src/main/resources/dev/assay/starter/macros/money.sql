[#-- The shop counts in cents; people don't: ${money.from_cents("amount_cents")}. --]
[#function from_cents column]
  [#return "cast(" + column + " / 100.0 as decimal(18, 2))"]
[/#function]
