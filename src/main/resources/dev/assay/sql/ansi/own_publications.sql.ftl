[#-- own_publications(relation, count): binds the environment, then each schema. Rows from before they named their environment. --]
update ${relation}
set environment = ?
where environment is null[#if count gt 0] and schema_name in ([#list 1..count as schema]?[#sep], [/#sep][/#list])[/#if]
