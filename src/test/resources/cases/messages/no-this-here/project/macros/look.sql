[#macro all]select * from ${this}[/#macro]
