[#-- check_foreign_keys(constraints): what was put off to the end of the transaction is looked at now --]
set constraints [#list constraints as constraint]${constraint}[#sep], [/#sep][/#list] immediate
