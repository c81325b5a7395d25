[#-- concat(values...) --]
[#list values as value]${value}[#sep] || [/#sep][/#list]
