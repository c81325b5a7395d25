[#-- take_schema(schema, role): what its owner types, so that ours can close it --]
grant ownership on schema ${schema} to role ${role} revoke current grants
