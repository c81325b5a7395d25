[#macro cents col]${col}[/#macro]
