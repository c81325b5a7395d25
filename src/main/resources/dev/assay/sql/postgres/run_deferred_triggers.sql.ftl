[#-- run_deferred_triggers(triggers): what would wait for the commit runs now, so that its effect can be seen --]
set constraints [#list triggers as trigger]${trigger}[#sep], [/#sep][/#list] immediate
