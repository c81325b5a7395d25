[#-- create_placeholder(relation): a table without rows, which has the grants that every new table gets in its schema --]
create or replace transient table ${relation} (nothing varchar)
