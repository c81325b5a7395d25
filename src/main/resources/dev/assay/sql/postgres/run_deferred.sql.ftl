[#-- run_deferred(constraints): what was put off to the end of the transaction happens now: keys are checked, triggers run --]
set constraints [#list constraints as constraint]${constraint}[#sep], [/#sep][/#list] immediate
