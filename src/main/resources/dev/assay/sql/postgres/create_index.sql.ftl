[#-- create_index(index, relation, keys, unique, type, mark): the mark tells it from those that others made --]
create [#if unique]unique [/#if]index ${index.name} on ${relation}[#if type??] using ${type}[/#if] ([#list keys as column]${column}[#sep], [/#sep][/#list]);
comment on index ${index} is ${mark}
