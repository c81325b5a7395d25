[#-- drop_publications(relation, count): binds each relation. Readers do not have it any more. --]
update ${relation}
set state = 'dropped'
where state = 'published' and relation in ([#list 1..count as each]?[#sep], [/#sep][/#list])
