[#-- drop_many(kind, relations): together, for some may stand on others --]
drop ${kind} [#list relations as relation]${relation}[#sep], [/#sep][/#list]
