[#macro cents col]
(${col}
/ 100)[/#macro]
