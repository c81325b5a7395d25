[#macro euros col]${col}[/#macro]
