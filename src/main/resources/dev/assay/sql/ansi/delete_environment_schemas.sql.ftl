[#-- delete_environment_schemas(relation, count): binds environment, then each schema: nothing was created in them yet --]
delete from ${relation}
where environment = ? and schema_name in ([#list 1..count as name]?[#sep], [/#sep][/#list])
