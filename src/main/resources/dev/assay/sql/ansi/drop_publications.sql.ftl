[#-- drop_publications(relation, count): binds environment, then each relation. Readers do not have it any more. --]
update ${relation}
set state = 'dropped'
where environment = ? and state = 'published' and relation in ([#list 1..count as each]?[#sep], [/#sep][/#list])
