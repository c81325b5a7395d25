[#macro again n]
  [@again n=n + 1 /]
[/#macro]
