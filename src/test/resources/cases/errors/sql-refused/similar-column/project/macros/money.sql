[#macro cents col]
round(${col} / 100, 2)[/#macro]
