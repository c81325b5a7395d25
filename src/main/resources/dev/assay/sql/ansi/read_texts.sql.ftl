[#-- read_texts(relation, count): binds each digest --]
select digest, text from ${relation} where digest in ([#list 1..count as each]?[#sep], [/#sep][/#list])
