[#function rounded column]
  [#return "round(" + column + ", 2)"]
[/#function]
