[#-- concat(values...): the values joined to one text --]
[#list values as value]${value}[#sep] || [/#sep][/#list]
