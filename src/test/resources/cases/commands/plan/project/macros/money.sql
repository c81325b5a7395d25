[#function euros column]
  [#return "cast(" + column + " as decimal(18, 2))"]
[/#function]
