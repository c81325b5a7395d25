[#-- create_table_as(relation, select): without fail-safe and with a day of time travel, since it can be built again --]
create transient table ${relation} as
${select}
