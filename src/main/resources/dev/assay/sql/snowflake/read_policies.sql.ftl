[#-- read_policies(named, kind): which of these tables, or views, have a policy that masks columns or hides rows --]
[#list named as table]
select ${table.schema} as table_schema, ${table.name} as table_name from table(information_schema.policy_references(ref_entity_name => ${table.whole}, ref_entity_domain => '${kind}'))
[#sep]union
[/#sep][/#list]
