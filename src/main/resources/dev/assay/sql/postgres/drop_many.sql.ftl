[#-- drop_many(kind, relations): together, for some may stand on others; some went with what they stood on --]
drop ${kind} if exists [#list relations as relation]${relation}[#sep], [/#sep][/#list]
