[#-- lock_tables(relations) --]
lock table [#list relations as relation]${relation}[#sep], [/#sep][/#list] in access exclusive mode
