[#-- drop_foreign_key(name, relation): it keeps readers of both tables off; a cut limits how long it waits for them --]
alter table ${relation} drop constraint ${name}
